using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Journeys
{
    private static readonly Question What = new("what", "What was seen?", AnswerKind.Text), Kind = new("kind", "How?", AnswerKind.One) { Options = [new("walk", "A walk"), new("talk", "A talk")] },
        Count = new("count", "How many?", AnswerKind.Number) { Optional = true }, Who = new("who", "Who came?", AnswerKind.Several) { Options = [new("a", "Ann"), new("b", "Ben")] },
        Day = new("occurredOn", "When?", AnswerKind.Day) { AskedInTurn = false };
    private static readonly Question[] All = [What, Kind, Count, Day];

    private static Answers Sent(params (string Name, string Value)[] fields) =>
        Answers.In(new FormCollection(fields.GroupBy(field => field.Name).ToDictionary(field => field.Key, field => new StringValues([.. field.Select(one => one.Value)]))));

    private static (string, string)[] Today => [("occurredOnDay", "2"), ("occurredOnMonth", "3"), ("occurredOnYear", "2026")];

    [Fact]
    public void begin_with_the_first_question() => Turn.After(All, Answers.Nothing).ShouldBe(new(What, []));

    [Fact]
    public void ask_one_thing_after_the_other_and_then_check()
    {
        Turn.After(All, Sent([("at", "what"), ("what", "Talk."), .. Today])).Asked.ShouldBe(Kind);
        Turn.After(All, Sent([("at", "kind"), ("what", "Talk."), ("kind", "walk"), .. Today])).Asked.ShouldBe(Count);
        Turn.After(All, Sent([("at", "count"), ("what", "Talk."), ("kind", "walk"), ("count", ""), .. Today])).ShouldBe(new(null, []));
    }

    [Theory]
    [InlineData("what", " ", "Enter an answer")]
    [InlineData("kind", "sprint", "Choose from the list")]
    [InlineData("count", "-4", "Enter a whole number, 0 or more")]
    public void stay_with_an_answer_that_cannot_be_read(string at, string value, string error)
    {
        var turn = Turn.After(All, Sent(("at", at), (at, value)));
        turn.Asked!.Name.ShouldBe(at);
        turn.Errors.ShouldHaveSingleItem().Message.ShouldBe(error);
    }

    [Fact]
    public void ask_again_for_what_is_missing_when_nothing_was_chosen() => Turn.After([Who], Sent(("at", "who"))).Errors.ShouldHaveSingleItem().Message.ShouldBe("Choose an answer");

    [Fact]
    public void go_back_to_the_check_after_a_change()
    {
        (string, string)[] all = [("what", "Talk."), ("kind", "walk"), ("count", ""), ("checked", "yes"), .. Today];
        Turn.After(All, Sent([.. all, ("go", "change:kind")])).Asked.ShouldBe(Kind);
        Turn.After(All, Sent([.. all, ("at", "kind"), ("go", "next")])).ShouldBe(new(null, []));
        Turn.After(All, Sent([.. all, ("go", "confirm")])).Confirmed.ShouldBeTrue();
    }

    [Fact]
    public void lead_back_one_question_at_a_time_with_what_was_answered()
    {
        var answers = Sent(("what", "Talk."), ("kind", "walk"));
        Step At(Answers sent) => new("Record", "/record", Guid.NewGuid(), All, sent, "All", "/");
        At(answers).Before(What).ShouldBeNull("from the first question the way back leads out");
        At(answers).Before(Kind).ShouldBe("change:what");
        At(answers).Before(null).ShouldBe("change:count");
        Turn.After(All, answers.With("go", "change:what")).Asked.ShouldBe(What);
        // Whoever changes one answer goes back to the check.
        At(answers.With("checked", "yes")).Before(Kind).ShouldBe("check");
        At(answers).Before(Day).ShouldBe("check");
        Turn.After(All, Sent([("what", "Talk."), ("kind", "walk"), ("count", ""), ("checked", "yes"), ("go", "check"), .. Today])).ShouldBe(new(null, []));
    }

    [Fact]
    public void confirm_nothing_that_is_not_complete()
    {
        var turn = Turn.After(All, Sent([("what", "Talk."), ("checked", "yes"), ("go", "confirm"), .. Today]));
        (turn.Confirmed, turn.Asked).ShouldBe((false, Kind));
    }

    [Fact]
    public void lead_a_refusal_back_to_its_question()
    {
        Turn.Refused(All, Sent([]), "what", "No grade.").ShouldSatisfyAllConditions(turn => turn.Asked.ShouldBe(What), turn => turn.Errors.ShouldHaveSingleItem().Field.ShouldBe("what"));
        Turn.Refused(All, Sent([]), "what[1]", "No grade.").Asked.ShouldBe(What);
        Turn.Refused(All, Sent([]), "members", "Nobody.").ShouldSatisfyAllConditions(turn => turn.Asked.ShouldBeNull(), turn => turn.Errors.ShouldHaveSingleItem().Field.ShouldBeNull());
    }

    [Fact]
    public void lead_whoever_goes_back_to_the_check_there_whatever_is_wrong()
    {
        var back = Sent([("what", "Talk."), ("kind", "none of them"), ("checked", "yes"), ("go", "check"), .. Today]);
        Turn.After(All, back).ShouldSatisfyAllConditions(turn => turn.Asked.ShouldBeNull(), turn => turn.Errors.ShouldHaveSingleItem(), turn => turn.Confirmed.ShouldBeFalse());
        Turn.Refused(All, back, "what", "No grade.").Asked.ShouldBeNull();
    }

    [Fact]
    public void carry_every_answer_on_but_the_one_that_is_asked()
    {
        var answers = Sent([("what", "Two\r\nlines"), ("who", "a"), ("who", "b"), .. Today]);
        answers.FieldsOf([What, Who, Day]).ShouldBe([("what", "Two\nlines"), ("who", "a"), ("who", "b"), ("occurredOnDay", "2"), ("occurredOnMonth", "3"), ("occurredOnYear", "2026")]);
        new Step("Record", "/here", Guid.Empty, [What, Who, Day], answers, "everybody", "/").Carried(Who).ShouldNotContain(field => field.Name == "who");
    }

    [Fact]
    public void say_answers_as_they_were_meant()
    {
        What.Said(Sent(("what", "One\n\nTwo"))).ShouldBe(["One", "Two"]);
        Who.Said(Sent(("who", "b"), ("who", "a"))).ShouldBe(["Ben", "Ann"]);
        Day.Said(Sent(Today)).ShouldBe(["2 March 2026"]);
        Count.Said(Sent(("count", ""))).ShouldBeEmpty();
        Day.Said(Answers.Nothing.With("occurredOn", new DateOnly(2026, 3, 2))).ShouldBe(["2 March 2026"]);
    }

    private static readonly Question How = new("how", "Was it so?", AnswerKind.One) { Options = [new("yes", "Yes"), new("no", "No")], Because = "What shows it?" },
        People = new("people", "How many came?", AnswerKind.Counts) { Options = [new("Teacher", "Teachers"), new("Pupil", "Pupils")] }, Paper = new("paper", "Which file?", AnswerKind.File);

    [Fact]
    public void ask_for_words_beside_a_choice()
    {
        Turn.After([How], Sent(("at", "how"), ("how", "yes"), ("howBecause", " "))).Errors.ShouldBe([new("howBecause", "Say it in words, too")]);
        var answers = Sent(("at", "how"), ("how", "yes"), ("howBecause", "A\nB"));
        Turn.After([How], answers).ShouldBe(new(null, []));
        How.Said(answers).ShouldBe(["Yes", "A", "B"]);
        answers.FieldsOf([How]).ShouldBe([("how", "yes"), ("howBecause", "A\nB")]);
    }

    [Fact]
    public void count_each_of_several()
    {
        Turn.After([People], Sent(("at", "people"), ("peopleTeacher", ""), ("peoplePupil", ""))).Errors.ShouldBe([new("peopleTeacher", "Enter a number for one of them at least")]);
        Turn.After([People], Sent(("at", "people"), ("peopleTeacher", "2"), ("peoplePupil", "few"))).Errors.ShouldBe([new("peoplePupil", "Enter a whole number, 0 or more")]);
        var answers = Sent(("at", "people"), ("peopleTeacher", "2"), ("peoplePupil", ""));
        Turn.After([People], answers).ShouldBe(new(null, []));
        People.Said(answers).ShouldBe(["Teachers: 2"]);
        answers.Counts<Came>("people").ShouldBe([(Came.Teacher, 2)]);
    }

    [Fact]
    public void keep_nothing_of_a_file_but_its_fingerprint()
    {
        using var content = new MemoryStream("abc"u8.ToArray());
        var answers = Answers.In(new FormCollection([], new FormFileCollection { new FormFile(content, 0, content.Length, "paper", "plan.pdf"), new FormFile(Stream.Null, 0, 0, "other", "") }));
        answers.FieldsOf([Paper]).ShouldBe([("paper", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]);
        answers.Of("other").ShouldBe("");
        Turn.After([Paper], Sent(("at", "paper"))).Errors.ShouldBe([new("paper", "Choose a file")]);
    }

    private enum Came { Teacher, Pupil }
}
