using System.Text.Json.Serialization;

namespace IntercomPS.Models.Json;

/// <summary>The source-generated JSON contract of everything that is read from the API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(LenientStringConverter), typeof(LenientInt64Converter), typeof(LenientBooleanConverter)])]
[JsonSerializable(typeof(ConversationContract))]
[JsonSerializable(typeof(PageContract))]
[JsonSerializable(typeof(AdminContract))]
[JsonSerializable(typeof(ContactSearchContract))]
internal sealed partial class IntercomJsonContext : JsonSerializerContext;
