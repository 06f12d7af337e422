using System.Reflection;
using JasperFx;
using JasperFx.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace EssexImprovement.Host;

/// <summary>The command line: JasperFx's verbs and those of our rooms.</summary>
public static class Verbs
{
    /// <summary>JasperFx names each assembly it searches for verbs, and has no setting to say less. What else it says while a verb of ours runs goes beside its answer, which may be piped.</summary>
    public static void AddVerbs(this WebApplicationBuilder builder, string[] args)
    {
        var ours = args is [var verb, ..] && Ours().Contains(verb);
        AnsiConsole.Console = new WithoutSearches(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(ours ? Console.Error : Console.Out) }));
        builder.Host.ApplyJasperFxExtensions();
    }

    private static IEnumerable<string?> Ours() =>
        Rooms.Assemblies.SelectMany(room => room.GetExportedTypes()).Select(type => type.GetCustomAttribute<DescriptionAttribute>()?.Name);
}

/// <summary>A console on which nobody reads that an assembly is searched.</summary>
internal sealed class WithoutSearches(IAnsiConsole console) : IAnsiConsole
{
    public Spectre.Console.Profile Profile => console.Profile;
    public IAnsiConsoleCursor Cursor => console.Cursor;
    public IAnsiConsoleInput Input => console.Input;
    public IExclusivityMode ExclusivityMode => console.ExclusivityMode;
    public RenderPipeline Pipeline => console.Pipeline;

    public void Clear(bool home) => console.Clear(home);
    public void WriteAnsi(Action<AnsiWriter> action) => console.WriteAnsi(action);

    public void Write(IRenderable renderable)
    {
        if (!string.Concat(renderable.GetSegments(console).Select(segment => segment.Text)).StartsWith("Searching '", StringComparison.Ordinal)) console.Write(renderable);
    }
}
