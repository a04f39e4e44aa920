using System.Text.Json;

namespace IntercomPS.Models.Json;

/// <summary>Reads an object, on whose start the reader stands.</summary>
/// <typeparam name="T">What the object becomes.</typeparam>
/// <param name="reader">The reader; on the object's end afterwards.</param>
/// <returns>What was read.</returns>
internal delegate T ItemReader<out T>(ref Utf8JsonReader reader);
