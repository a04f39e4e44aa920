namespace IntercomPS.Sandbox.Search;

/// <summary>The types of searchable fields, as the API's reference lists them.</summary>
internal enum FieldType
{
    /// <summary>Text, or several texts of which any may match.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Unix seconds.</summary>
    Date,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A custom attribute, whose values have types of their own.</summary>
    Custom,
}
