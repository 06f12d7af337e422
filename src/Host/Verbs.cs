using System.Reflection;
using JasperFx;
using JasperFx.CommandLine;
using Spectre.Console;

namespace EssexImprovement.Host;

/// <summary>The command line: JasperFx's verbs and those of our rooms.</summary>
public static class Verbs
{
    /// <summary>JasperFx names each assembly it searches for verbs. When the verb is one of ours, that goes beside its answer, which may be piped.</summary>
    public static void AddVerbs(this WebApplicationBuilder builder, string[] args)
    {
        if (args is [var verb, ..] && Ours().Contains(verb)) AnsiConsole.Console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        builder.Host.ApplyJasperFxExtensions();
    }

    private static IEnumerable<string?> Ours() =>
        Rooms.Assemblies.SelectMany(room => room.GetExportedTypes()).Select(type => type.GetCustomAttribute<DescriptionAttribute>()?.Name);
}
