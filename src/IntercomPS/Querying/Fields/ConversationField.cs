using System;
using System.Collections.Generic;
using IntercomPS.Querying.Conditions;
using IntercomPS.Querying.Names;

namespace IntercomPS.Querying.Fields;

/// <summary>Something of a conversation that a condition can look at.</summary>
internal sealed record ConversationField
{
    /// <summary>Makes a field.</summary>
    /// <param name="name">The name, as the API spells it where the API has it.</param>
    /// <param name="kind">What it holds.</param>
    public ConversationField(string name, FieldKind kind)
    {
        Name = name;
        Kind = kind;
        ServerField = name;
    }

    /// <summary>The name, as the API spells it where the API has it; a workspace's own attribute with "custom_attributes." before its exact name.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public FieldKind Kind { get; }

    /// <summary>The search field of the server; null where the server has none.</summary>
    public string? ServerField { get; init; }

    /// <summary>
    /// Reads it from a conversation: a text, a long, a double, a boolean, a list of texts, or null where it is
    /// missing. Null where conversations do not show it.
    /// </summary>
    public Func<Conversation, object?>? Read { get; init; }

    /// <summary>Further names: those of the object's properties and of the export's columns.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = Array.Empty<string>();

    /// <summary>The words it can hold, where they are known and no other is accepted; empty where the set is open.</summary>
    public IReadOnlyList<string> Words { get; init; } = Array.Empty<string>();

    /// <summary>The greatest number it can hold, where that is known; the least is 1 then. Null where it is not.</summary>
    public long? Greatest { get; init; }

    /// <summary>Whether every conversation has it.</summary>
    public bool IsAlwaysSet { get; init; }

    /// <summary>What must hold besides wherever the field is there: closed_at is the last close of those that are closed now.</summary>
    public Condition? OnlyWhere { get; init; }

    /// <summary>For <see cref="FieldKind.Name"/>: what the names are names of.</summary>
    public NameKind? Names { get; init; }

    /// <summary>For <see cref="FieldKind.Name"/> and <see cref="FieldKind.Email"/>, and for fields with <see cref="OnlyWhere"/>: the field that is really compared.</summary>
    public ConversationField? Target { get; init; }

    /// <summary>The operators it takes, as they are written in a filter.</summary>
    public IReadOnlyList<string> Operators => Kind switch
    {
        FieldKind.Integer or FieldKind.Assignee or FieldKind.Time or FieldKind.Duration => ["-eq", "-ne", "-gt", "-ge", "-lt", "-le", "-in", "-notin"],
        FieldKind.Boolean or FieldKind.Email => ["-eq", "-ne", "-in", "-notin"],
        FieldKind.Attribute => ["-eq", "-ne", "-gt", "-ge", "-lt", "-le", "-in", "-notin", "-like", "-notlike"],
        _ => ["-eq", "-ne", "-in", "-notin", "-like", "-notlike"],
    };

    /// <summary>The name.</summary>
    /// <returns>As the API spells it.</returns>
    public override string ToString() => Name;

    /// <summary>Fields are the same where their names are.</summary>
    /// <param name="other">Another field.</param>
    /// <returns>True for the same name.</returns>
    public bool Equals(ConversationField? other) => other is not null && Name == other.Name && ServerField == other.ServerField;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
