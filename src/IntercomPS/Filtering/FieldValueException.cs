using System;

namespace IntercomPS.Filtering;

/// <summary>A value that a field cannot be compared with. Its message says what the field takes, and never repeats the value, which may be a secret.</summary>
internal sealed class FieldValueException : FormatException
{
    public FieldValueException(string message)
        : base(message)
    {
    }
}
