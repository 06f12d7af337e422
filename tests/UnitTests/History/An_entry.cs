using System.Text.Json;
using CsCheck;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.History;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class An_entry
{
    [Fact]
    public void never_holds_confidential_text_whatever_the_fact() =>
        Gen.Select(Gen.Int[0, FactTypes.OfPartnerships.Count - 1], Gen.Char['a', 'z'].Array[12, 40]).Sample((pick, letters) =>
        {
            var secret = new string(letters);
            var sample = Sample.Of(FactTypes.OfPartnerships[pick], secret);
            var entry = Recorded.Entry(sample);
            var (heading, sentence) = Narration.Of(entry.Fact, entry.Details, SchoolNames.None);
            return !$"{JsonSerializer.Serialize(entry)}{heading}{sentence}".Contains(secret, StringComparison.Ordinal);
        });

    [Fact]
    public void positive_control_the_facts_do_hold_the_secret() =>
        FactTypes.OfPartnerships.Count(fact => JsonSerializer.Serialize(Sample.Of(fact, "the-secret"), fact).Contains("the-secret", StringComparison.Ordinal)).ShouldBeGreaterThan(10);

    [Fact]
    public void holds_no_free_text_and_nobody_but_the_actor()
    {
        foreach (var fact in FactTypes.OfPartnerships)
        {
            var entry = Recorded.Entry(Sample.Of(fact));
            entry.Details.Values.ShouldNotContain("text", fact.Name);
            var people = fact.GetProperties().Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(PersonId));
            entry.Details.Keys.Intersect(people.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))).ShouldBeEmpty(fact.Name);
        }
    }

    [Fact]
    public void of_a_sealed_fact_hides_what_was_judged()
    {
        TimelineEntry.SensitivityOf(typeof(FindingAgreed)).ShouldBe(Sensitivity.Sealed);
        Recorded.Entry(Sample.Of(typeof(FindingAgreed))).Details.Keys.ShouldBe(["evidenceIds", "findingId", "line", "reviewId"]);
        TimelineEntry.SensitivityOf(typeof(DecisionMade)).ShouldBe(Sensitivity.Restricted);
        TimelineEntry.SensitivityOf(typeof(StageConfirmed)).ShouldBe(Sensitivity.Partnership);
    }

    [Fact]
    public void of_a_concern_among_peers_tells_that_there_is_one_and_neither_whose_nor_about_whom()
    {
        var concerns = FactTypes.OfPartnerships.Where(fact => fact.IsAssignableTo(typeof(IConcernFact))).ToList();
        concerns.Count.ShouldBe(10);
        foreach (var fact in concerns)
        {
            var e = Sample.Of(fact).As(7, new(2026, 3, 20));
            e.Headers = new Dictionary<string, object> { ["actor"] = App.Person("head").ToString() };
            var entry = TimelineEntry.Of(e);
            (entry.Sensitivity, entry.Actor).ShouldBe((Sensitivity.Sealed, null), fact.Name);
            entry.Details.Keys.ShouldBe(["concernId"], fact.Name);
        }
    }

    [Fact]
    public void of_a_safeguarding_referral_names_neither_who_made_it_nor_to_whom_it_went()
    {
        var e = Sample.Of(typeof(SafeguardingReferred)).As(7, new(2026, 3, 20));
        e.Headers = new Dictionary<string, object> { ["actor"] = App.Person("reviewer").ToString(), ["capacity"] = "PeerReviewer" };
        var entry = TimelineEntry.Of(e);
        (entry.Sensitivity, entry.Actor, entry.Capacity).ShouldBe((Sensitivity.Sealed, null, null));
        entry.Details.Keys.ShouldBe(["reviewId"]);
    }

    [Fact]
    public void says_who_recorded_it_in_which_capacity_and_how_late()
    {
        var e = Sample.Of(typeof(StaffBriefed)).As(7, new(2026, 3, 20)); // It happened on 14 March.
        e.Headers = new Dictionary<string, object> { ["actor"] = App.Person("lead").ToString(), ["capacity"] = "PartnershipLead", ["command"] = "BriefStaff" };
        var entry = TimelineEntry.Of(e);
        (entry.Actor, entry.Capacity, entry.Command, entry.LateEntryDays, entry.Lane).ShouldBe((App.Person("lead"), Capacity.PartnershipLead, "BriefStaff", 6, "improvement-work"));

        var byTheService = Recorded.Entry(Sample.Of(typeof(StaffBriefed)));
        (byTheService.Actor, byTheService.Capacity, byTheService.Command).ShouldBe((null, Capacity.System, null));
    }

    [Fact]
    public void stands_in_the_lane_of_the_room_that_told_it() =>
        FactTypes.Lanes.ShouldBe(["brokerage", "evaluation", "improvement-work", "partnerships"]);
}
