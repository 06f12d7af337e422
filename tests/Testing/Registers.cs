using System.Runtime.CompilerServices;
using System.Text;
using EssexImprovement.Contracts;
using EssexImprovement.IntelligenceGathering;

namespace EssexImprovement.Tests;

/// <summary>Files of the public register: a small hand-written one of fictional schools, and real ones where they lie beside the repository.</summary>
public static class Registers
{
    private const string Header = "URN,LA (code),EstablishmentName,PhaseOfEducation (name),OpenDate,NumberOfPupils,PercentageFSM";

    /// <summary>Six fictional schools, in Windows-1252 with CRLF as the register is published, with days in several formats.</summary>
    public static string Small { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "Samples", "register.csv");

    /// <summary>The small file, and every real one that <c>shared/data/gias</c> beside the repository holds and that can be imported; how many schools each has.</summary>
    public static IEnumerable<(string File, int Schools)> Files =>
        new[] { (Small, 6) }.Concat(Above(Small).Select(folder => Path.Combine(folder, "shared", "data", "gias")).Where(Directory.Exists).Take(1)
            .SelectMany(folder => new[] { ("essex_open_20250524.csv", 613), ("layout_140_columns_8_rows_2024.csv", 8) }.Select(file => (File: Path.Combine(folder, file.Item1), file.Item2)))
            .Where(file => File.Exists(file.File)));

    /// <summary>Seven columns and these rows.</summary>
    public static string Of(params string[] rows) => string.Join('\n', [Header, .. rows]);

    /// <summary>One school, as a row of <see cref="Of"/>.</summary>
    public static string Row(int urn, string name = "Fleet End School", string phase = "Primary", string openedOn = "", string roll = "210", string freeSchoolMeals = "12.5") =>
        $"{urn},881,{name},{phase},{openedOn},{roll},{freeSchoolMeals}";

    /// <summary>What the file says, or the objection to it.</summary>
    public static async Task<(Objection? Objection, RegisterExtract? Extract)> ReadAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await RegisterExtract.ReadAsync(stream, CancellationToken.None);
    }

    /// <summary>What a text in UTF-8 says, or the objection to it.</summary>
    public static Task<(Objection? Objection, RegisterExtract? Extract)> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>What a text says that is not refused.</summary>
    public static async Task<RegisterExtract> ExtractAsync(string text) => (await ReadAsync(text)).Extract ?? throw new InvalidOperationException("The file is refused.");

    private static IEnumerable<string> Above(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder)) yield return folder;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
