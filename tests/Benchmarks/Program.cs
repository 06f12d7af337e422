using BenchmarkDotNet.Running;
using EssexImprovement.Tests;

BenchmarkSwitcher.FromAssembly(typeof(Folding).Assembly).Run(args);
