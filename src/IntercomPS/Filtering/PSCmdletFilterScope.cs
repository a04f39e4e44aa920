using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace IntercomPS.Filtering;

/// <summary>The scope of a cmdlet's caller.</summary>
internal sealed class PSCmdletFilterScope : IFilterScope
{
    // PowerShell offers this to blocks of modules alone (PSModuleInfo.NewBoundScriptBlock). A block that a script hands
    // to a module's function, which hands it to us, belongs to no module; Pester sets the same property for the same reason.
    private static readonly PropertyInfo? SessionStateOfBlock =
        typeof(ScriptBlock).GetProperty("SessionStateInternal", BindingFlags.Instance | BindingFlags.NonPublic);

    private readonly PSCmdlet _cmdlet;
    private readonly ScriptBlock? _filter;

    /// <summary>Makes a scope.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public PSCmdletFilterScope(PSCmdlet cmdlet)
        : this(cmdlet, null)
    {
    }

    private PSCmdletFilterScope(PSCmdlet cmdlet, ScriptBlock? filter)
    {
        _cmdlet = cmdlet;
        _filter = filter;
    }

    /// <summary>The scope in which a filter was written, where that is another one: in a module, or outside of the module that calls.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>The scope.</returns>
    public IFilterScope For(ScriptBlock filter) =>
        ReferenceEquals(filter.Module, _cmdlet.SessionState.Module) ? this : new PSCmdletFilterScope(_cmdlet, filter);

    /// <inheritdoc/>
    public bool TryGetVariable(string path, out object? value)
    {
        PSVariable? variable = _filter is null
            ? _cmdlet.SessionState.PSVariable.Get(path)
            : Evaluate(_filter, $"$ExecutionContext.SessionState.PSVariable.Get('{CodeGeneration.EscapeSingleQuotedStringContent(path)}')") as PSVariable;
        value = Unwrap(variable?.Value);
        return variable is not null;
    }

    /// <inheritdoc/>
    public object? Evaluate(ScriptBlock? origin, string expression)
    {
        // In a scope of its own, so that an error of a cmdlet in it ends it and the caller's preference stays.
        ScriptBlock block = ScriptBlock.Create("$ErrorActionPreference = 'Stop'\n" + expression);
        Collection<PSObject> results = _cmdlet.InvokeCommand.InvokeScript(useLocalScope: true, Bind(block, origin), input: null, args: null);
        return results.Count switch
        {
            0 => null,
            1 => Unwrap(results[0]),
            _ => UnwrapAll(results),
        };
    }

    private ScriptBlock Bind(ScriptBlock block, ScriptBlock? origin)
    {
        if (origin is null || ReferenceEquals(origin.Module, _cmdlet.SessionState.Module))
        {
            return block;
        }

        if (origin.Module is not null)
        {
            return origin.Module.NewBoundScriptBlock(block);
        }

        // An engine without it evaluates in the scope of the cmdlet's caller.
        if (SessionStateOfBlock is { CanRead: true, CanWrite: true } property && property.GetValue(origin) is { } state)
        {
            property.SetValue(block, state);
        }

        return block;
    }

    private static object?[] UnwrapAll(Collection<PSObject> results)
    {
        object?[] values = new object?[results.Count];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = Unwrap(results[index]);
        }

        return values;
    }

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
