using IntercomPS.Client;

namespace IntercomPS.Pipeline;

/// <summary>What a command's work has at hand.</summary>
/// <param name="Client">The client, whose doings the command's streams tell.</param>
/// <param name="Writer">Where objects, errors and progress go.</param>
/// <param name="Statistics">What the requests come to.</param>
/// <param name="Session">The session.</param>
internal sealed record WorkContext(IntercomClient Client, PipelineWriter Writer, RequestStatistics Statistics, IntercomSession Session);
