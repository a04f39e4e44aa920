using System;
using System.IO;
using System.Text;
using IntercomPS.Shell;

if (args.Length == 0)
{
    Console.Error.WriteLine("Usage: IntercomPS.Shell FILE.ps1 [ARGUMENT ...]");
    return ExitCodes.Usage;
}

string script = Path.GetFullPath(args[0]);
if (!File.Exists(script))
{
    Console.Error.WriteLine($"The script '{script}' does not exist.");
    return ExitCodes.Usage;
}

string? module = StagedModule.Find();
if (module is null)
{
    Console.Error.WriteLine($"No staged module at '{StagedModule.RelativePath}' in a folder above '{AppContext.BaseDirectory}': build the solution first.");
    return ExitCodes.Usage;
}

// Customer texts are of every language, and Windows consoles start with a code page of one.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var runner = new ScriptRunner(module);
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C lets the script's finally blocks run; a second one ends the process.
    pressed.Cancel = runner.Stop();
};
return runner.Run(script, ScriptArguments.Parse(args.AsSpan(1)));
