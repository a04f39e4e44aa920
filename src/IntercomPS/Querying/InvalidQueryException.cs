using System;

namespace IntercomPS.Querying;

/// <summary>A query that Intercom could not answer, found before anything was sent.</summary>
internal class InvalidQueryException : ArgumentException
{
    public InvalidQueryException(string message)
        : base(message)
    {
    }

    public InvalidQueryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
