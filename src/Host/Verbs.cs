using System.Reflection;
using JasperFx;
using JasperFx.CommandLine;
using Spectre.Console;

namespace EssexImprovement.Host;

/// <summary>The command line: JasperFx's verbs and those of our rooms.</summary>
public static class Verbs
{
    /// <summary>What JasperFx says while a verb of ours runs goes beside its answer, which may be piped. It names each assembly it searches for verbs, and no setting of it says less: it is not heard while it searches.</summary>
    public static void AddVerbs(this WebApplicationBuilder builder, string[] args)
    {
        if (args is [var verb, ..] && Ours().Contains(verb)) AnsiConsole.Console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        var console = AnsiConsole.Console;
        AnsiConsole.Console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(TextWriter.Null) });
        builder.Host.ApplyJasperFxExtensions();
        AnsiConsole.Console = console;
    }

    private static IEnumerable<string?> Ours() =>
        Rooms.Assemblies.SelectMany(room => room.GetExportedTypes()).Select(type => type.GetCustomAttribute<DescriptionAttribute>()?.Name);
}
