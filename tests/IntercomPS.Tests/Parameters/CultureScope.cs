using System;
using System.Globalization;

namespace IntercomPS.Tests.Parameters;

/// <summary>Another culture until it is disposed of.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureScope(string name)
    {
        CultureInfo.CurrentCulture = new CultureInfo(name);
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
