using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace EssexImprovement.History;

/// <summary>How replay and trace answer on the command line.</summary>
internal static class CommandLine
{
    public static void Table(this IAnsiConsole console, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var table = new Table().AddColumns([.. columns.Select(Markup.Escape)]);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        console.Write(table);
    }

    /// <summary>The same JSON as the API's, on one line, so that another program can read it.</summary>
    public static bool Json(this IAnsiConsole console, object answer, IServiceProvider services)
    {
        var json = JsonSerializer.Serialize(answer, answer.GetType(), services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        console.Profile.Out.Writer.WriteLine(json); // As it is: the console would wrap it.
        return true;
    }

    public static bool Refuse(this IAnsiConsole console, string why)
    {
        console.WriteLine(why);
        return false;
    }
}
