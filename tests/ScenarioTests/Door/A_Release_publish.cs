using System.Diagnostics;
using EssexImprovement.Demonstration;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class A_Release_publish
{
    [Fact]
    public async Task knows_nothing_of_personas_or_the_demonstration()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "EssexImprovement.sln"))) root = Path.GetDirectoryName(root.TrimEnd('/', '\\'))!;
        var artifacts = Directory.CreateTempSubdirectory("essex-publish-").FullName;
        try
        {
            // Artifacts of its own: a Release restore in the project's folder would forget the reference that the other configurations have.
            var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(root, "src", "Host"), "--configuration", "Release", "--artifacts-path", artifacts, "--nologo", "--verbosity", "quiet"])
            {
                RedirectStandardOutput = true,
            };
            using var publish = Process.Start(start)!;
            var said = await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
            publish.ExitCode.ShouldBe(0, said);

            var files = Directory.EnumerateFiles(Path.Combine(artifacts, "publish"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).ToList();
            files.ShouldContain("EssexImprovement.Host.dll");
            files.ShouldNotContain(file => file.Contains("Demonstration", StringComparison.OrdinalIgnoreCase));
            File.Exists(typeof(Personas).Assembly.Location).ShouldBeTrue("positive control: this configuration does have it");
        }
        finally
        {
            Directory.Delete(artifacts, recursive: true);
        }
    }
}
