using EssexImprovement.IntelligenceGathering;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Rejected_rows
{
    [Fact]
    public async Task come_back_as_a_file_with_line_column_and_reason_and_the_row_itself()
    {
        var extract = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101), Registers.Row(990102, "\"Fleet, End\"", roll: "many")));
        extract.Rejected.AsFile(extract.Header).ShouldBe(
            "line,column,reason,URN,LA (code),EstablishmentName,PhaseOfEducation (name),OpenDate,NumberOfPupils,PercentageFSM\r\n" +
            "3,NumberOfPupils,is not a whole number from 0 to 100000,990102,881,\"Fleet, End\",Primary,,many,12.5\r\n");
    }

    [Theory, InlineData("=HYPERLINK(1)"), InlineData("+1"), InlineData("-1"), InlineData("@A1")]
    public async Task hold_no_cell_that_a_spreadsheet_would_run(string cell)
    {
        var extract = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101), Registers.Row(990102, cell, roll: "many")));
        extract.Rejected.AsFile(extract.Header).ShouldContain($"\"'{cell}\"");
    }

    [Fact]
    public async Task can_be_mended_and_imported_as_they_are()
    {
        var extract = await Registers.ExtractAsync(Registers.Of(Registers.Row(990101), Registers.Row(990102, roll: "many")));
        var mended = extract.Rejected.AsFile(extract.Header).Replace("many", "210", StringComparison.Ordinal);
        (await Registers.ExtractAsync(mended)).Schools.ShouldHaveSingleItem().Urn.Value.ShouldBe(990102);
    }
}
