namespace IntercomPS.Export.Manifest;

/// <summary>A file of an export, as its manifest tells of it.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Role">What its rows are: <see cref="ExportFileRole"/>.</param>
/// <param name="Format">Its format.</param>
/// <param name="Rows">How many rows it has, the header of a CSV file not among them.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, 64 hexadecimal digits.</param>
internal sealed record ManifestFile(string Name, string Role, ExportFormat Format, long Rows, long Bytes, string Sha256);
