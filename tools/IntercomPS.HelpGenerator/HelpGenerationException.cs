using System;

namespace IntercomPS.HelpGenerator;

/// <summary>The generator cannot start or go on at all: a bad command line, a file that is not there or not readable.</summary>
internal sealed class HelpGenerationException : Exception
{
    public HelpGenerationException(string message)
        : base(message)
    {
    }
}
