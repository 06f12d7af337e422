using System.Diagnostics;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Walls
{
    [Fact]
    public void a_room_knows_only_Contracts_and_Shell()
    {
        House.Rooms.Count().ShouldBeGreaterThanOrEqualTo(6);
        foreach (var room in House.Rooms) House.Strangers(room, "Contracts", "Shell").ShouldBeEmpty(room.GetName().Name);
    }

    [Fact]
    public void Contracts_and_Shell_know_nobody_and_the_demonstration_only_Shell()
    {
        foreach (var name in new[] { "src/Contracts", "src/Shell", "src/Demonstration" }) House.Strangers(House.Projects[name], name == "src/Demonstration" ? ["Shell"] : []).ShouldBeEmpty(name);
    }

    [Fact]
    public void positive_control_Host_would_be_caught_if_it_were_a_room() =>
        House.Strangers(House.Projects["src/Host"], "Contracts", "Shell").ShouldNotBeEmpty();

    [Fact]
    public void Contracts_needs_no_package() =>
        House.Projects["src/Contracts"].GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public async Task positive_control_WALL001_stops_a_room_that_references_another()
    {
        var room = Path.Combine(House.Root, "src", "Modules", "Wall" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(room);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(room, Path.GetFileName(room) + ".csproj"),
                """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../Brokerage/Brokerage.csproj" /></ItemGroup></Project>""", TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo("dotnet", ["msbuild", room, "-t:KeepTheWalls", "-nologo"]) { RedirectStandardOutput = true };
            start.Environment.Remove("MSBUILD_EXE_PATH");
            start.Environment.Remove("MSBuildSDKsPath");
            using var build = Process.Start(start)!;
            var said = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
            build.ExitCode.ShouldNotBe(0, said);
            said.ShouldContain("WALL001");
        }
        finally
        {
            Directory.Delete(room, recursive: true);
        }
    }
}
