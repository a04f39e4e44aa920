using System;
using System.Collections.Generic;

namespace IntercomPS.Export;

/// <summary>One column of an export: its name and how a row's value is written.</summary>
/// <typeparam name="TRow">What a row tells of: a conversation or a part.</typeparam>
internal sealed class ExportColumn<TRow>
{
    private readonly Action<TRow, ICellWriter> _write;

    private ExportColumn(string name, ExportValueKind kind, Action<TRow, ICellWriter> write)
    {
        Name = name;
        Kind = kind;
        _write = write;
    }

    /// <summary>The name in the file, in snake case.</summary>
    public string Name { get; }

    /// <summary>The kind of its values.</summary>
    public ExportValueKind Kind { get; }

    public static ExportColumn<TRow> Text(string name, Func<TRow, string?> value) =>
        new(name, ExportValueKind.Text, (row, cells) => cells.WriteText(value(row)));

    public static ExportColumn<TRow> Number(string name, Func<TRow, long?> value) =>
        new(name, ExportValueKind.Number, (row, cells) => cells.WriteNumber(value(row)));

    public static ExportColumn<TRow> Boolean(string name, Func<TRow, bool?> value) =>
        new(name, ExportValueKind.Boolean, (row, cells) => cells.WriteBoolean(value(row)));

    public static ExportColumn<TRow> Time(string name, Func<TRow, DateTimeOffset?> value) =>
        new(name, ExportValueKind.Time, (row, cells) => cells.WriteTime(value(row)));

    public static ExportColumn<TRow> Seconds(string name, Func<TRow, TimeSpan?> value) =>
        new(name, ExportValueKind.Seconds, (row, cells) => cells.WriteNumber(value(row)?.Ticks / TimeSpan.TicksPerSecond));

    public static ExportColumn<TRow> Texts(string name, Func<TRow, IReadOnlyList<string>?> value) =>
        new(name, ExportValueKind.Texts, (row, cells) => cells.WriteTexts(value(row)));

    public static ExportColumn<TRow> Attributes(string name, Func<TRow, IReadOnlyDictionary<string, object?>?> value) =>
        new(name, ExportValueKind.Attributes, (row, cells) => cells.WriteAttributes(value(row)));

    /// <summary>Writes a row's value of this column.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cells">Where to write it.</param>
    public void Write(TRow row, ICellWriter cells) => _write(row, cells);
}
