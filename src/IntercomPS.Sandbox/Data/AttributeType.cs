namespace IntercomPS.Sandbox.Data;

/// <summary>What a custom attribute of a conversation holds.</summary>
internal enum AttributeType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number; times too, in Unix seconds.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,
}
