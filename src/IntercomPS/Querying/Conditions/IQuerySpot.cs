namespace IntercomPS.Querying.Conditions;

/// <summary>A place in what a person wrote, such as a comparison in a filter.</summary>
internal interface IQuerySpot
{
    /// <summary>An error that points at the place.</summary>
    /// <param name="message">What is wrong there, and what to do.</param>
    /// <returns>The error, to throw.</returns>
    InvalidQueryException Error(string message);
}
