using System.Text;
using EssexImprovement.Contracts;
using EssexImprovement.IntelligenceGathering;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Reading_a_register
{
    public static TheoryData<string, int> Files => new(Registers.Files);

    [Theory, MemberData(nameof(Files))]
    public async Task reads_every_school_of_a_whole_file(string file, int schools)
    {
        var (objection, extract) = await Registers.ReadAsync(await File.ReadAllBytesAsync(file));
        objection.ShouldBeNull();
        extract!.Rejected.ShouldBeEmpty();
        extract.Schools.Count.ShouldBe(schools);
        extract.Schools.ShouldAllBe(school => school.Entry.Name.Length > 0 && school.Entry.LocalAuthority.Length == 3 && school.Urn.Value >= 100000);
    }

    [Fact]
    public async Task keeps_each_detail_as_the_ledger_can_hold_it()
    {
        var schools = await SmallAsync();
        schools[990101].Name.ShouldBe("St Osgyth\u2019s Church of England Primary School, Mersea");
        schools[990102].Name.ShouldBe("The \"Lantern\" Nursery School");
        schools[990103].ShouldBe(new("Coll\u00e8ge Caf\u00e9 \u2013 Harwich", "881", "4901", "10990103", "Free schools", "Free Schools", "Secondary", "Open", new(2014, 9, 1), null, 11, 18, 1204, 344,
            "9901", "THE COLNE WATERS TRUST", "Tendring", 624800, 232100, "E01099003", "E14099002"));
    }

    [Fact]
    public async Task puts_the_day_first_whatever_stands_between()
    {
        var schools = await SmallAsync();
        schools.Values.Select(school => school.OpenedOn).ShouldBe([null, new(1972, 9, 1), new(2014, 9, 1), null, new(2012, 4, 1), new(1982, 5, 13)]);
        schools.Values.Select(school => school.ClosedOn).ShouldBe([null, null, null, new(2019, 8, 31), new(2027, 8, 31), null]);
    }

    [Fact]
    public async Task keeps_not_applicable_as_a_word_but_never_as_a_number()
    {
        var schools = await SmallAsync();
        schools[990102].Phase.ShouldBe("Not applicable");
        schools[990106].FreeSchoolMealsPerMille.ShouldBeNull();
        schools[990102].FreeSchoolMealsPerMille.ShouldBe(0);
        schools[990105].FreeSchoolMealsPerMille.ShouldBe(1000);
    }

    [Theory, InlineData("windows-1252"), InlineData("utf-8"), InlineData("utf-8 with BOM")]
    public async Task finds_out_how_the_text_is_written(string encoding)
    {
        var text = Registers.Of(Registers.Row(990101, "St Osgyth\u2019s"));
        var bytes = encoding == "windows-1252" ? Legacy.Windows1252.GetBytes(text) : [.. encoding == "utf-8" ? [] : Encoding.UTF8.Preamble.ToArray(), .. Encoding.UTF8.GetBytes(text)];
        (await Registers.ReadAsync(bytes)).Extract!.Schools.ShouldHaveSingleItem().Entry.Name.ShouldBe("St Osgyth\u2019s");
    }

    [Fact]
    public async Task mends_an_apostrophe_that_was_misread_upstream() =>
        (await Registers.ExtractAsync(Registers.Of(Registers.Row(990101, "St Osgyth\u0092s")))).Schools.ShouldHaveSingleItem().Entry.Name.ShouldBe("St Osgyth\u2019s");

    [Theory, InlineData("\n"), InlineData("\r\n"), InlineData("\r")]
    public async Task takes_any_end_of_line_and_lines_of_nothing_but_commas(string end)
    {
        var extract = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101), ",,,,,,", Registers.Row(990102), "", ",,,,,,").Replace("\n", end, StringComparison.Ordinal));
        (extract.Schools.Count, extract.Rejected.Count).ShouldBe((2, 0));
    }

    [Fact]
    public async Task puts_back_zeros_that_a_spreadsheet_dropped()
    {
        var entry = (await Registers.ExtractAsync("URN,LA (code),EstablishmentName,EstablishmentNumber\n990101,1,Fleet End,42")).Schools.ShouldHaveSingleItem().Entry;
        (entry.LocalAuthority, entry.EstablishmentNumber).ShouldBe(("001", "0042"));
    }

    [Theory]
    [InlineData("99010,881,A,Primary,,,", "URN", "six digits")]
    [InlineData("990101,8810,A,Primary,,,", "LA (code)", "3 digits")]
    [InlineData("990101,,A,Primary,,,", "LA (code)", "empty")]
    [InlineData("990101,Not applicable,A,Primary,,,", "LA (code)", "empty")]
    [InlineData("990101,881, ,Primary,,,", "EstablishmentName", "empty")]
    [InlineData("990101,881,A\u0007,Primary,,,", "EstablishmentName", "control")]
    [InlineData("990101,881,A,Primary,31-02-2020,,", "OpenDate", "day")]
    [InlineData("990101,881,A,Primary,12-31-2020,,", "OpenDate", "day")]
    [InlineData("990101,881,A,Primary,,-1,", "NumberOfPupils", "whole number")]
    [InlineData("990101,881,A,Primary,,100001,", "NumberOfPupils", "whole number")]
    [InlineData("990101,881,A,Primary,,12.5,", "NumberOfPupils", "whole number")]
    [InlineData("990101,881,A,Primary,,,100.1", "PercentageFSM", "percentage")]
    [InlineData("990101,881,A,Primary,,,34.44", "PercentageFSM", "percentage")]
    [InlineData("990101,881,A, but unquoted,Primary,,,", "PercentageFSM", "not quoted")]
    public async Task rejects_a_row_with_line_column_and_reason_and_harms_no_other(string row, string column, string reason)
    {
        var extract = await Registers.ExtractAsync(Registers.Of(Registers.Row(990199), row, Registers.Row(990198)));
        var rejected = extract.Rejected.ShouldHaveSingleItem();
        (rejected.Line, rejected.Column).ShouldBe((3, column));
        rejected.Reason.ShouldContain(reason);
        extract.Schools.Select(school => school.Urn.Value).ShouldBe([990199, 990198]);
    }

    [Fact]
    public async Task rejects_a_school_that_stands_there_twice()
    {
        var extract = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101, "First"), Registers.Row(990101, "Second")));
        extract.Schools.ShouldHaveSingleItem().Entry.Name.ShouldBe("First");
        extract.Rejected.ShouldHaveSingleItem().Reason.ShouldBe("school 990101 stands on line 2 already");
    }

    [Fact]
    public async Task counts_lines_as_an_editor_does()
    {
        var extract = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101, "\"A\nB\""), "", Registers.Row(990102), Registers.Row(990102)));
        extract.Rejected.Select(row => row.Line).ShouldBe([2, 6]);
    }

    private static async Task<Dictionary<int, Contracts.IntelligenceGathering.RegisterEntry>> SmallAsync() =>
        (await Registers.ReadAsync(await File.ReadAllBytesAsync(Registers.Small))).Extract!.Schools.ToDictionary(school => school.Urn.Value, school => school.Entry);
}
