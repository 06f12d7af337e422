using CsCheck;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class A_posted_date
{
    [Fact]
    public void reads_back_every_day_it_was_made_of() => Gen.Int[new DateOnly(1000, 1, 1).DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber)
        .Sample(day => PostedDate.Of(day).Read("OccurredOn", "the date of the visit") == (day, null));

    [Fact]
    public void is_a_day_or_an_error_and_never_both_or_an_exception() => Gen.Select(Gen.String, Gen.String, Gen.String).Sample((day, month, year) =>
        new PostedDate(day, month, year).Read("OccurredOn", "the date of the visit") is var (date, error) && (date is null) != (error is null));

    [Theory]
    [InlineData("7", "5", "2019"), InlineData(" 07 ", "05", "2019"), InlineData("7", "May", "2019"), InlineData("7", "may", "2019")]
    public void is_read_as_people_write_it(string day, string month, string year) =>
        new PostedDate(day, month, year).Read("OccurredOn", "the date of the visit").Date.ShouldBe(new DateOnly(2019, 5, 7));

    [Theory]
    [InlineData("", " ", null, "OccurredOn", "Enter the date of the visit")]
    [InlineData("7", "", "2019", "OccurredOn-month", "The date of the visit must include a month")]
    [InlineData("", "5", "", "OccurredOn", "The date of the visit must include a day and a year")]
    [InlineData("31", "2", "2019", "OccurredOn", "The date of the visit must be a real date")]
    [InlineData("29", "2", "2019", "OccurredOn", "The date of the visit must be a real date")]
    [InlineData("0", "2", "2019", "OccurredOn", "The date of the visit must be a real date")]
    [InlineData("-1", "2", "2019", "OccurredOn", "The date of the visit must be a real date")]
    [InlineData("7", "13", "2019", "OccurredOn-month", "The date of the visit must have a real month, such as 5 or May")]
    [InlineData("7", "Mayhem", "2019", "OccurredOn-month", "The date of the visit must have a real month, such as 5 or May")]
    [InlineData("7", "5", "19", "OccurredOn-year", "The date of the visit must have a year of 4 numbers")]
    public void says_what_is_wrong_and_in_which_box(string? day, string? month, string? year, string field, string message) =>
        new PostedDate(day, month, year).Read("OccurredOn", "the date of the visit").ShouldBe((null, new FieldError(field, message)));

    [Fact]
    public void is_taken_from_the_three_boxes_of_its_field() =>
        PostedDate.In(new FormCollection(new() { ["OccurredOnDay"] = "7", ["OccurredOnMonth"] = "5", ["OccurredOnYear"] = "2019" }), "OccurredOn")
            .ShouldBe(new PostedDate("7", "5", "2019"));

    [Theory]
    [InlineData("OccurredOn", "occurred-on"), InlineData("occurredOn", "occurred-on"), InlineData("OccurredOn-month", "occurred-on-month")]
    [InlineData("/occurredOn", "occurred-on"), InlineData("URN", "u-r-n"), InlineData("Duty", "duty")]
    public void and_every_field_have_one_id_however_the_name_is_spelt(string name, string id) => FieldId.Of(name).ShouldBe(id);
}
