using EssexImprovement.Contracts;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class A_register_file_is_refused
{
    [Fact]
    public Task when_it_is_empty() => RefusedAsync("", "file", "empty");

    [Theory, InlineData("%PDF-1.7\nURN,LA (code),EstablishmentName\n"), InlineData("PK\u0003\u0004\0\0"), InlineData("U\0R\0N\0")]
    public Task when_it_is_another_kind_of_file(string text) => RefusedAsync(text, "file", "not a CSV file");

    [Theory, InlineData(""), InlineData("\r\n\r\n"), InlineData("\n,,,,,,\n")]
    public Task when_there_is_only_a_header(string rest) => RefusedAsync(Registers.Of() + rest, "file", "no schools");

    [Fact]
    public Task naming_every_required_column_it_lacks() => RefusedAsync("PhaseOfEducation (name),URN\nPrimary,990101\n", "header", "no 'EstablishmentName', no 'LA (code)'");

    [Fact]
    public Task when_a_column_stands_there_twice() => RefusedAsync("URN,LA (code),EstablishmentName,urn\n990101,881,A,990102\n", "header", "'URN' more than once");

    [Theory, InlineData("990102,881"), InlineData("990102,881,A,Primary,,")]
    public Task when_a_row_is_cut_short_wherever_it_stands(string row) =>
        RefusedAsync(Registers.Of(Registers.Row(990101), row, Registers.Row(990103)), "file", "Line 3 is cut short");

    [Fact]
    public Task when_a_quotation_mark_is_never_closed() => RefusedAsync(Registers.Of(Registers.Row(990101, "\"A"), Registers.Row(990102), Registers.Row(990103)), "file", "Line 2 is cut short");

    [Fact]
    public Task when_a_cell_does_not_end() => RefusedAsync(Registers.Of([Registers.Row(990101, "\"A"), .. Enumerable.Range(990102, 5000).Select(urn => Registers.Row(urn))]), "file", "line 2 does not end");

    [Fact]
    public Task when_no_row_can_be_read() => RefusedAsync(Registers.Of(Registers.Row(12), Registers.Row(13)), "file", "Line 2, column 'URN'");

    private static async Task RefusedAsync(string text, string field, string detail)
    {
        var (objection, extract) = await Registers.ReadAsync(text);
        extract.ShouldBeNull();
        objection.ShouldNotBeNull().Field.ShouldBe(field);
        objection.Status.ShouldBe(400);
        objection.Detail.ShouldContain(detail);
    }
}
