using System.Text;
using System.Text.Json;
using EssexImprovement.Host;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class A_csv
{
    private enum Colour { DarkRed }

    private sealed record Inner(int Count, DateOnly On);

    private sealed record Row(string? Name, Colour? Colour, decimal Change, bool IsOpen, Inner? Last, IReadOnlyList<string> MemberUrns);

    private static readonly Row Plain = new("Ashdown", Colour.DarkRed, -1.5m, true, new(3, new(2026, 6, 3)), ["990001", "990002"]);

    private static async Task<byte[]> Bytes(params Row[] rows)
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Door.Strictly(json);
        await using var stream = new MemoryStream();
        await new Csv<Row>("rows", rows).WriteAsync(stream, json);
        return stream.ToArray();
    }

    private static async Task<string> Line(Row row) => Encoding.UTF8.GetString(await Bytes(row)).Split("\r\n", 2)[1].TrimEnd('\r', '\n');

    [Fact]
    public async Task begins_with_a_byte_order_mark_and_a_header_in_snake_case_even_without_rows() =>
        (await Bytes()).ShouldBe([0xEF, 0xBB, 0xBF, .. "name,colour,change,is_open,last_count,last_on,member_urns\r\n"u8]);

    [Fact]
    public async Task says_what_the_json_says() => (await Line(Plain)).ShouldBe("Ashdown,dark-red,-1.5,true,3,2026-06-03,990001; 990002");

    [Fact]
    public async Task leaves_what_is_not_there_empty() => (await Line(Plain with { Name = null, Colour = null, Last = null, MemberUrns = [] })).ShouldBe(",,-1.5,true,,,");

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" edge", "\" edge\"")]
    public async Task quotes_what_would_break_a_row(string name, string cell) => (await Line(Plain with { Name = name })).ShouldStartWith(cell + ",dark-red");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44")]
    [InlineData("-2")]
    [InlineData("@sum")]
    public async Task takes_text_for_no_formula(string name) => (await Line(Plain with { Name = name })).ShouldStartWith($"'{name},dark-red");

    [Fact]
    public async Task takes_a_tab_or_a_line_break_for_no_formula() => (await Line(Plain with { Name = "\t=1" })).ShouldStartWith("'\t=1,dark-red");

    private sealed record Outer(string Name, IReadOnlyList<Inner> Parts, IReadOnlyList<Inner> Others);

    [Fact]
    public async Task gives_each_record_of_a_list_a_line_of_its_own_and_two_lists_after_each_other()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Door.Strictly(json);
        await using var stream = new MemoryStream();
        var day = new DateOnly(2026, 6, 3);
        await new Csv<Outer>("rows", [new("one", [new(1, day), new(2, day)], [new(3, day)]), new("none", [], [])]).WriteAsync(stream, json);
        Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').Split("\r\n").ShouldBe(
            ["name,parts_count,parts_on,others_count,others_on", "one,1,2026-06-03,,", "one,2,2026-06-03,,", "one,,,3,2026-06-03", "none,,,,", ""]);
    }

    [Fact]
    public async Task guards_the_first_of_several() => (await Line(Plain with { MemberUrns = ["=1"] })).ShouldEndWith(",'=1");

    [Theory]
    [InlineData("csv", "application/json", true)]
    [InlineData(null, "text/csv", true)]
    [InlineData(null, "text/csv;q=0", false)]
    [InlineData(null, "application/json", false)]
    [InlineData("json", "text/csv", false)]
    public void is_asked_for_by_format_or_by_accept(string? format, string accept, bool asked)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;
        request.AsksForCsv(format).ShouldBe(asked);
    }
}
