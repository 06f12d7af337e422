using CsCheck;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.IntelligenceGathering;
using EssexImprovement.IntelligenceGathering;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Comparing_a_register
{
    private static readonly Dictionary<Urn, SchoolProfile> Nothing = [];

    public static TheoryData<string, int> Files => new(Registers.Files);

    [Theory, MemberData(nameof(Files))]
    public async Task registers_each_school_once_and_finds_nothing_new_the_second_time(string file, int schools)
    {
        var extract = (await Registers.ReadAsync(await File.ReadAllBytesAsync(file))).Extract!;
        var first = RegisterImport.Compare(extract, Nothing, Ago(10));
        first.Told.SelectMany(school => school.Facts).OfType<SchoolRegistered>().Count().ShouldBe(schools);
        first.Facts.ShouldBe(schools);
        RegisterImport.Compare(extract, After(first), Today).Facts.ShouldBe(0);
    }

    [Fact]
    public async Task tells_one_fact_for_each_detail_that_really_changed()
    {
        var known = await KnownAsync(Registers.Row(990101, phase: "Primary", roll: "210", openedOn: "1-9-1985"), Ago(10));
        var now = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101, phase: "Secondary", roll: "", openedOn: "01/09/1985")));
        RegisterImport.Compare(now, known, Today).Told.ShouldHaveSingleItem().Facts.ShouldBe(
        [
            new RegisterDetailChanged(new(990101), "phase", "Primary", "Secondary", now.SourceHash, Today),
            new RegisterDetailChanged(new(990101), "roll", "210", null, now.SourceHash, Today),
        ]);
    }

    [Fact]
    public async Task says_nothing_about_a_detail_the_file_has_no_column_for()
    {
        var known = await KnownAsync(Registers.Row(990101), Ago(10));
        RegisterImport.Compare(await Registers.ExtractAsync("URN,LA (code),EstablishmentName\n990101,881,Fleet End School"), known, Today).Facts.ShouldBe(0);
    }

    [Fact]
    public async Task says_nothing_about_a_school_that_is_not_in_the_file()
    {
        var known = await KnownAsync(Registers.Row(990101), Ago(10));
        RegisterImport.Compare(await Registers.ExtractAsync(Registers.Of(Registers.Row(990102))), known, Today).Told.ShouldHaveSingleItem().Urn.Value.ShouldBe(990102);
    }

    [Fact]
    public async Task passes_over_what_an_older_register_says_differently()
    {
        var known = await KnownAsync(Registers.Row(990101, roll: "210"), Ago(10));
        var older = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101, roll: "190"), Registers.Row(990102)));
        var import = RegisterImport.Compare(older, known, Ago(400));
        import.Superseded.ShouldBe(1);
        import.Told.ShouldHaveSingleItem().Urn.Value.ShouldBe(990102);
    }

    [Fact]
    public void knows_how_to_tell_every_detail_of_an_entry() =>
        RegisterDetail.All.Select(detail => detail.Field).ShouldBe(typeof(RegisterEntry).GetProperties().Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name)));

    [Fact]
    public void finds_the_same_whatever_the_order_of_the_columns() => Gen.Shuffle(Enumerable.Range(0, Table[0].Length).ToArray()).Sample(order =>
    {
        var told = RegisterImport.Compare(Extract(Table.Select(row => order.Select(column => row[column]))), Nothing, Today).Told.SelectMany(school => school.Facts).Cast<SchoolRegistered>();
        return told.Select(fact => (fact.Urn, fact.Entry)).SequenceEqual(Extract(Table).Schools.Select(school => (school.Urn, school.Entry)));
    }, iter: 200);

    [Fact]
    public void leads_from_any_register_to_any_later_one_and_then_has_nothing_more_to_tell() => Gen.Select(Cells, Cells).Sample((before, after) =>
    {
        var registered = RegisterImport.Compare(Extract([Heads, before]), Nothing, Ago(10));
        var known = After(registered, RegisterImport.Compare(Extract([Heads, after]), After(registered), Today));
        return known[new(990101)].Entry == Extract([Heads, after]).Schools[0].Entry && RegisterImport.Compare(Extract([Heads, after]), known, Today).Facts == 0;
    }, iter: 300);

    private static readonly string[] Heads = ["URN", "LA (code)", "EstablishmentName", "OpenDate", "NumberOfPupils", "PercentageFSM", "PhaseOfEducation (name)"];

    private static readonly Gen<string[]> Cells = Gen.Select(Gen.OneOf("A", "B, C", "D \"E\""), Gen.OneOf("", "1-9-1985", "01/09/1985", "2001-01-31"), Gen.OneOf("", "0", "210"),
        Gen.Int[0, 1000], Gen.OneOf("", "Not applicable", "Primary"),
        (name, openedOn, roll, meals, phase) => new[] { "990101", "881", name, openedOn, roll, $"{meals / 10}.{meals % 10}", phase });

    private static readonly string[][] Table =
        [.. File.ReadAllText(Registers.Small, Legacy.Windows1252).ReplaceLineEndings("\n").Trim('\n').Split('\n').Where(line => !line.Contains('"', StringComparison.Ordinal)).Select(line => line.Split(','))];

    private static RegisterExtract Extract(IEnumerable<IEnumerable<string>> table) => Registers.ExtractAsync(string.Join('\n', table.Select(row =>
        string.Join(',', row.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'))))).GetAwaiter().GetResult();

    private static async Task<Dictionary<Urn, SchoolProfile>> KnownAsync(string row, DateOnly asAt) => After(RegisterImport.Compare(await Registers.ExtractAsync(Registers.Of(row)), Nothing, asAt));

    private static Dictionary<Urn, SchoolProfile> After(params RegisterImport[] imports) => imports.SelectMany(import => import.Told).SelectMany(school => school.Facts)
        .GroupBy(fact => fact.Urn).ToDictionary(facts => facts.Key, facts => Given.Facts<SchoolProfile>([.. facts]).State);
}
