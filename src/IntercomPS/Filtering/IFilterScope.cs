using System.Management.Automation;

namespace IntercomPS.Filtering;

/// <summary>The scope of whoever wrote a filter: where its variables are.</summary>
internal interface IFilterScope
{
    /// <summary>Finds a variable.</summary>
    /// <param name="path">Its name, with a scope such as script: where one was written.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False where it is not defined.</returns>
    bool TryGetVariable(string path, out object? value);

    /// <summary>Evaluates an expression; for filters that are script blocks only.</summary>
    /// <param name="origin">The filter.</param>
    /// <param name="expression">The expression.</param>
    /// <returns>Its value; an array where there are several, null where there is none.</returns>
    /// <exception cref="RuntimeException">It failed.</exception>
    object? Evaluate(ScriptBlock? origin, string expression);
}
