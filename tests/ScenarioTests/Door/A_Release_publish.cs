using System.Diagnostics;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>What a Release publish is made of, as MSBuild itself works it out without building it. No project but Host may reference the demonstration (WALL001).</summary>
public class A_Release_publish
{
    [Fact]
    public async Task knows_nothing_of_personas_or_the_demonstration()
    {
        (await ReferencesAsync("Release")).ShouldSatisfyAllConditions(found => found.ShouldContain("History.csproj"), found => found.ShouldNotContain("Demonstration", Case.Insensitive));
        (await ReferencesAsync("Debug")).ShouldContain("Demonstration.csproj", Case.Insensitive, "positive control: this configuration does have it");
    }

    private static async Task<string> ReferencesAsync(string configuration)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "EssexImprovement.sln"))) root = Path.GetDirectoryName(root.TrimEnd('/', '\\'))!;
        var start = new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(root, "src", "Host"), $"-property:Configuration={configuration}", "-getItem:ProjectReference", "-nologo"]) { RedirectStandardOutput = true };
        using var asked = Process.Start(start)!;
        var said = await asked.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await asked.WaitForExitAsync(TestContext.Current.CancellationToken);
        asked.ExitCode.ShouldBe(0, said);
        return said;
    }
}
