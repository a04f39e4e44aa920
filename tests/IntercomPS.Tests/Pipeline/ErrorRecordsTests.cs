using System;
using System.IO;
using System.Management.Automation;
using IntercomPS.Client;
using IntercomPS.Pipeline;
using IntercomPS.Querying;
using Xunit;

namespace IntercomPS.Tests.Pipeline;

/// <summary>Ids are a contract: scripts look at them.</summary>
public sealed class ErrorRecordsTests
{
    [Theory]
    [InlineData(nameof(ApiErrorKind.Unauthorized), "Unauthorized", ErrorCategory.AuthenticationError)]
    [InlineData(nameof(ApiErrorKind.Forbidden), "Forbidden", ErrorCategory.PermissionDenied)]
    [InlineData(nameof(ApiErrorKind.NotFound), "NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData(nameof(ApiErrorKind.RateLimitExceeded), "RateLimitExceeded", ErrorCategory.LimitsExceeded)]
    [InlineData(nameof(ApiErrorKind.VersionUnsupported), "ApiVersionUnsupported", ErrorCategory.NotImplemented)]
    [InlineData(nameof(ApiErrorKind.TimedOut), "ApiTimeout", ErrorCategory.OperationTimeout)]
    [InlineData(nameof(ApiErrorKind.ConnectionRefused), "ApiUnavailable", ErrorCategory.ConnectionError)]
    [InlineData(nameof(ApiErrorKind.Unavailable), "ApiUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData(nameof(ApiErrorKind.Rejected), "RequestRejected", ErrorCategory.InvalidArgument)]
    [InlineData(nameof(ApiErrorKind.CursorRefused), "RequestRejected", ErrorCategory.InvalidArgument)]
    public void Each_failure_of_a_request_has_its_id_and_category(string kind, string id, ErrorCategory category)
    {
        var error = new IntercomException(Enum.Parse<ApiErrorKind>(kind), "It is so.");

        ErrorRecord record = ErrorRecords.From(error, "123");

        Assert.Equal((id, category, "123"), (record.FullyQualifiedErrorId, record.CategoryInfo.Category, record.TargetObject));
        Assert.Same(error, record.Exception);
    }

    [Fact]
    public void A_conversation_that_is_missing_has_an_id_of_its_own()
    {
        ErrorRecord record = ErrorRecords.ForConversation(new IntercomException(ApiErrorKind.NotFound, "Gone."), "123");

        Assert.Equal(("ConversationNotFound", ErrorCategory.ObjectNotFound, "123"), (record.FullyQualifiedErrorId, record.CategoryInfo.Category, record.TargetObject));
        Assert.Contains("123", record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_failures_have_ids_of_their_own()
    {
        Assert.Equal("InvalidQuery", ErrorRecords.From(new InvalidQueryException("no")).FullyQualifiedErrorId);
        Assert.Equal("WriteFailed", ErrorRecords.From(new IOException("disk full")).FullyQualifiedErrorId);
        Assert.Equal("WriteFailed", ErrorRecords.From(new UnauthorizedAccessException("denied")).FullyQualifiedErrorId);
        Assert.Equal("UnexpectedFailure", ErrorRecords.From(new InvalidCastException("bug")).FullyQualifiedErrorId);
        Assert.Equal("NotConnected", ErrorRecords.NotConnected("Connect first.").FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData(ExportTargetProblem.Exists, ErrorCategory.ResourceExists)]
    [InlineData(ExportTargetProblem.FolderNotFound, ErrorCategory.WriteError)]
    public void A_file_that_cannot_be_written_is_the_target(ExportTargetProblem problem, ErrorCategory category)
    {
        ErrorRecord record = ErrorRecords.From(new ExportTargetException(problem, "a.csv"));

        Assert.Equal(("ExportTargetUnusable", category, "a.csv"), (record.FullyQualifiedErrorId, record.CategoryInfo.Category, record.TargetObject));
    }
}
