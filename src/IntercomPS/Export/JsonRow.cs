using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace IntercomPS.Export;

/// <summary>The columns of a row with their names encoded once.</summary>
/// <typeparam name="TRow">What a row tells of.</typeparam>
internal sealed class JsonRow<TRow>
{
    private readonly (JsonEncodedText Name, ExportColumn<TRow> Column)[] _columns;

    public JsonRow(IReadOnlyList<ExportColumn<TRow>> columns) =>
        _columns = columns.Select(column => (JsonEncodedText.Encode(column.Name), column)).ToArray();

    /// <summary>Writes a row's properties into the object that is open.</summary>
    /// <param name="row">The row.</param>
    /// <param name="json">Where to write the names.</param>
    /// <param name="cells">Where to write the values.</param>
    public void Write(TRow row, Utf8JsonWriter json, ICellWriter cells)
    {
        foreach ((JsonEncodedText name, ExportColumn<TRow> column) in _columns)
        {
            json.WritePropertyName(name);
            column.Write(row, cells);
        }
    }
}
