using System.Diagnostics;
using EssexImprovement.Contracts;
using EssexImprovement.IntelligenceGathering;
using Marten;
using Shouldly;
using Spectre.Console;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public sealed class The_import_command(App app) : IClassFixture<App>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("essex-import-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task imports_a_file_and_sums_it_up_in_plain_lines()
    {
        var (done, said) = await RunAsync(Registers.Of(Registers.Row(990501), Registers.Row(990502)), asAt: "2025-05-24");
        done.ShouldBeTrue(said);
        Words(said).ShouldContain("read 2 registered 2 changed 0 unchanged 0 rejected 0 Facts recorded as at 2025-05-24: 2.");
        (await app.As("stranger").Get("/api/v1/schools/990501")).Done().Json["asAt"]!.GetValue<string>().ShouldBe("2025-05-24");

        await using var session = app.Host.DocumentStore().QuerySession();
        var told = (await session.Events.FetchStreamAsync(new Urn(990501).ProfileStream())).ShouldHaveSingleItem();
        new[] { "actor", "capacity", "command", "source" }.Select(name => told.Headers![name].ToString()).ShouldBe(["system", "System", "ImportRegister", "CommandLine"]);
    }

    [Fact]
    public async Task records_nothing_in_a_dry_run()
    {
        var facts = await app.FactsAsync();
        var (done, said) = await RunAsync(Registers.Of(Registers.Row(990511)), dryRun: true);
        done.ShouldBeTrue(said);
        said.ShouldContain("A dry run; facts that would be recorded as at");
        (await app.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task writes_rejected_rows_beside_the_file()
    {
        var (done, said) = await RunAsync(Registers.Of(Registers.Row(990521), Registers.Row(990522, roll: "many")));
        done.ShouldBeTrue(said);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "register.csv.rejected.csv"))).ShouldContain("3,NumberOfPupils,");
    }

    [Fact]
    public async Task says_what_an_older_register_was_passed_over_for()
    {
        await RunAsync(Registers.Of(Registers.Row(990531, roll: "210")));
        var (done, said) = await RunAsync(Registers.Of(Registers.Row(990531, roll: "190")), asAt: "24/05/2025");
        done.ShouldBeTrue(said);
        Words(said).ShouldContain("unchanged 1 rejected 0 Facts recorded");
        said.ShouldContain("a later register told already");
    }

    [Theory, InlineData("URN\n990541\n", null), InlineData("", null), InlineData(null, "2999-01-01"), InlineData(null, "yesterday")]
    public async Task fails_and_says_why(string? file, string? asAt)
    {
        var facts = await app.FactsAsync();
        var (done, said) = await RunAsync(file ?? Registers.Of(Registers.Row(990541)), asAt: asAt);
        done.ShouldBeFalse();
        said.ShouldStartWith("Not imported. ");
        (await app.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task stands_among_the_commands_of_the_service()
    {
        var file = Path.Combine(_folder, "register.csv");
        await File.WriteAllTextAsync(file, Registers.Of(Registers.Row(990551)));
        var built = AppContext.BaseDirectory.Replace(Path.Combine("tests", "ScenarioTests"), Path.Combine("src", "Host"), StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(built, "EssexImprovement.Host.dll"), "import", "gias", file, "--as-at", $"{Ago(3):yyyy-MM-dd}"]) { RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__ledger"] = app.ConnectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, said);
        Words(said).ShouldContain("read 1 registered 1");
        (await app.As("stranger").Get("/api/v1/schools/990551")).Done();
    }

    private async Task<(bool Done, string Said)> RunAsync(string text, bool dryRun = false, string? asAt = null)
    {
        var file = Path.Combine(_folder, "register.csv");
        await File.WriteAllTextAsync(file, text);
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(said), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 200;
        var done = await ImportCommand.RunAsync(new() { Publication = Publication.gias, File = file, DryRunFlag = dryRun, AsAtFlag = asAt }, app.Host.Services, console, CancellationToken.None);
        return (done, said.ToString());
    }

    private static string Words(string said) => string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
