using System.Text;
using EssexImprovement.Contracts;
using EssexImprovement.History;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Narrating
{
    private static readonly SchoolNames Names = new(new Dictionary<Urn, string> { [new(990001)] = "Ashdown School" });

    [Fact]
    public void has_an_approved_heading_and_sentence_for_every_fact()
    {
        var told = new StringBuilder();
        foreach (var fact in Recorded.AllFacts)
        {
            var (heading, sentence) = Tell(fact);
            told.Append(fact.Namespace!.Split('.')[^1]).Append('.').Append(fact.Name).Append('\n').Append("  ").Append(heading).Append('\n').Append("  ").Append(sentence).Append('\n');
        }
        told.ToString().ShouldMatchApproved("narration.txt");
    }

    [Fact]
    public void says_each_thing_in_one_sentence_that_ends()
    {
        foreach (var fact in Recorded.AllFacts)
        {
            var (heading, sentence) = Tell(fact);
            heading.EndsWith('.').ShouldBeFalse(fact.Name);
            sentence.IndexOf(". ", StringComparison.Ordinal).ShouldBe(-1, fact.Name);
            sentence.EndsWith('.').ShouldBeTrue(fact.Name);
            char.IsUpper(heading[0]).ShouldBeTrue(heading);
        }
    }

    [Theory]
    [InlineData("capacity_offered", "provider=trust quarterDaysPerTerm=4 specialisms=2 from=2026-01-05 to=2026-03-27", "A trust offered support in 2 areas from 5 January 2026 to 27 March 2026.")]
    [InlineData("team_member_proposed", "role=facilitator", "Somebody from outside the schools was proposed for the review team.")]
    [InlineData("report_finalised", "noResponseFromHost=no draft=2", "Draft 2 became final after the host had answered.")]
    [InlineData("decision_communicated", "to=990001+990002", "Ashdown School (990001) and school 990002 were told.")]
    [InlineData("decision_opened", "kind=stage-progression direction=lateral body=partnership", "A lateral question was put to the partnership.")]
    [InlineData("stage_confirmed", "stage=co-responsibility reviewOn=2026-07-01", "The board confirmed that the partnership has reached co-responsibility; to be looked at again on 1 July 2026.")]
    [InlineData("review_planned", "hostUrn=990001 round=2 academicYear=1999 plannedFrom=2000-03-01 plannedTo=2000-03-02",
        "Its head invited a review in round 2 of 1999/00, with a visit from 1 March 2000 to 2 March 2000.")]
    public void follows_the_details(string fact, string details, string sentence) =>
        Narration.Of(fact, details.Split(' ').Select(detail => detail.Split('=')).ToDictionary(pair => pair[0], pair => pair[1].Replace('+', ' ')), Names).Sentence.ShouldBe(sentence);

    [Fact]
    public void of_a_fact_nobody_wrote_words_for_fails_loudly() =>
        Should.Throw<NotSupportedException>(() => Narration.Of("tea_drunk", new Dictionary<string, string>(), SchoolNames.None)).Message.ShouldContain("tea_drunk");

    [Fact]
    public void names_a_school_by_urn_alone_when_the_register_is_silent() =>
        Narration.Of("staff_briefed", new Dictionary<string, string>(), SchoolNames.None).Heading.ShouldBe("Host's staff briefed");

    private static Telling Tell(Type fact)
    {
        var sample = Sample.Of(fact);
        var hide = TimelineEntry.SensitivityOf(fact) == Sensitivity.Sealed;
        return Narration.Of(Recorded.StoredName(fact), FactDetails.Of(sample, hide), Names);
    }
}
