using CsCheck;
using EssexImprovement.Contracts;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Free_text
{
    private sealed record Part(ConfidentialText Text, int Number);

    private sealed record Any(
        ConfidentialText Statement, DateOnly OccurredOn, ConfidentialText? Comment = null, IReadOnlyList<ConfidentialText>? Points = null, IReadOnlyList<Part>? Lines = null, string Name = "") : ICommand;

    private static Objection? Asked(string text, PersonalDataReason? confirmed = null) => FreeText.Objection(new Any(new(text), Today), confirmed);

    [Theory]
    [InlineData("Write to m.example@school.example for more.", "e-mail")]
    [InlineData("Write to m.example＠school.example for more.", "e-mail")]
    [InlineData("Ring 01245 000 123 in the morning.", "telephone")]
    [InlineData("Ring (01245) 000123.", "telephone")]
    [InlineData("Ring +44 1245 000123.", "telephone")]
    [InlineData("Ring +44 (0)7700 900 123.", "telephone")]
    [InlineData("Her number is 07700900123", "telephone")]
    [InlineData("０７７００９００１２３", "telephone")]
    [InlineData("The work of H801200001001 improved.", "pupil number")]
    [InlineData("The work of h80120000100a improved.", "pupil number")]
    [InlineData("The card says QQ 12 34 56 C.", null)]
    [InlineData("The card says AB 12 34 56 C.", "National Insurance")]
    [InlineData("Learner 9900000001 passed.", "told by")]
    [InlineData("Lives at 100090000001.", "told by")]
    [InlineData("The pupil Jordan was late.", "name of a pupil")]
    [InlineData("A student named Ali spoke first.", "name of a pupil")]
    [InlineData("The boys Sam and Ben sat apart.", "name of a pupil")]
    [InlineData("One girl, Ada, asked why.", "name of a pupil")]
    [InlineData("Pupil Premium money paid for it.", null)]
    [InlineData("Pupils in Year 5 explained more than Year 4 did.", null)]
    [InlineData("The Student Council asked for it in 2024/25.", null)]
    [InlineData("Attendance rose from 91.4 to 93.2 per cent, 1,204 of 1,292 pupils.", null)]
    [InlineData("It cost £1500000000 in all, 12 days at 450 each.", null)]
    [InlineData("See doi 10.1080/0305764X.2019.1234567 and 978-0-00-000000-2.", null)]
    public void XCT_5_is_read_for_personal_data(string text, string? kind)
    {
        var objection = Asked(text);
        if (kind is null) objection.ShouldBeNull();
        else
        {
            objection.ShouldNotBeNull(text).Rule.ShouldBe("XCT-5");
            objection.Detail.ShouldContain(kind);
            objection.Field.ShouldBe("statement");
        }
    }

    [Fact]
    public void XCT_5_stands_when_it_is_confirmed_with_a_reason() => Asked("Ring 01245 000 123.", PersonalDataReason.PublishedContact).ShouldBeNull();

    [Fact]
    public void XCT_5_names_the_text_wherever_it_stands()
    {
        ConfidentialText plain = new("Nothing."), told = new("a.b@c.example");
        FreeText.Objection(new Any(plain, Today, told), null).ShouldNotBeNull().Field.ShouldBe("comment");
        FreeText.Objection(new Any(plain, Today, null, [plain, told]), null).ShouldNotBeNull().Field.ShouldBe("points[1]");
        FreeText.Objection(new Any(plain, Today, null, null, [new(plain, 1), new(told, 2)]), null).ShouldNotBeNull().Field.ShouldBe("lines[1].text");
        FreeText.Objection(new Any(plain, Today, null, null, null, "a.b@c.example"), null).ShouldNotBeNull("an open text is read by more people").Field.ShouldBe("name");
    }

    [Fact]
    public void XCT_5_never_quotes_what_it_found() =>
        Gen.String[Gen.Char['a', 'z'], 3, 12].Sample(name => !Asked($"Ask {name}@{name}.example")!.ToString().Contains(name + "@", StringComparison.Ordinal));

    [Fact]
    public void is_read_in_a_moment_however_long_and_odd_it_is() =>
        Gen.String[Gen.OneOf(Gen.Char['0', '9'], Gen.Const(' '), Gen.Const('('), Gen.Const('.'), Gen.Const('@'), Gen.Const('-'), Gen.Char['A', 'z']), 0, 4000].Sample(text => FreeText.KindIn(text) is null or { Length: > 0 }, iter: 200);
}
