using System;
using IntercomPS.Benchmarks;
using IntercomPS.Benchmarks.Processes;
using IntercomPS.Benchmarks.Workloads;

if (args is [SandboxHost.Argument, ..])
{
    return SandboxHost.Run(args.AsSpan(1));
}

if (args is [ChildRun.Argument, ..])
{
    return await Workload.RunAsync(args.AsSpan(1).ToArray());
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

return await new BenchmarkRunner(options).RunAsync();
