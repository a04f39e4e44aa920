namespace IntercomPS.ModuleTests.Harness;

/// <summary>A request as a <see cref="StubServer"/> got it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path with the query; a proxy gets the whole address.</param>
/// <param name="Head">The request line and all headers.</param>
/// <param name="Body">The body.</param>
internal sealed record StubRequest(string Method, string Target, string Head, string Body);
