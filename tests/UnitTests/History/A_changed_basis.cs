using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.History;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class A_changed_basis
{
    private static readonly DateTimeOffset At = new(2026, 5, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly Recording Record = new(Guid.NewGuid(), 9, 2, new(2026, 5, 1), At, null, Capacity.BoardMember, null, null, null);
    private static readonly MadeTrace Made = new(default, 1, null, new(2026, 5, 1), null, [], new(3, 0, 0), 3, null, Record);

    private static BasisChange Change(bool withdrawn = false, bool? after = true) => new(Guid.NewGuid(), "progress_review_corrected", withdrawn, new(2026, 5, 3), At, after);

    private static CitationTrace Citation(CitationVerdict verdict, params BasisChange[] changes) => new(
        CitationId.New(), verdict, Guid.NewGuid(), Guid.NewGuid(), 4, "progress_review_held", "sha256:0", "sha256:0", new(2026, 4, 1), At, true, null, Record, null, changes);

    [Fact]
    public void is_a_finding_of_its_own_and_the_decision_stands()
    {
        var verdict = TraceVerdict.Of([Citation(CitationVerdict.Match), Citation(CitationVerdict.Match, Change(), Change(withdrawn: true, after: false))], Made, []);
        verdict.Finding.ShouldBe(TraceFinding.BasisChanged);
        verdict.Sentence.ShouldStartWith("Basis changed: evidence 2 (");
        verdict.Sentence.ShouldContain("was corrected on 3 May 2026, after the decision. There are 2 changes in all.");
        verdict.Changes[1].ShouldContain("was withdrawn on 3 May 2026, before the decision");
        verdict.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void weighs_less_than_a_problem_and_is_said_before_the_decision_too()
    {
        TraceVerdict.Of([Citation(CitationVerdict.Mismatch, Change())], Made, []).Finding.ShouldBe(TraceFinding.ProblemFound);
        var open = TraceVerdict.Of([Citation(CitationVerdict.Match, Change(after: null))], null, []);
        (open.Finding, open.Sentence.Contains("Basis changed: evidence 1", StringComparison.Ordinal)).ShouldBe((TraceFinding.NotYetMade, true));
        TraceVerdict.Of([Citation(CitationVerdict.Match)], Made, []).Finding.ShouldBe(TraceFinding.Intact);
    }

    [Fact]
    public void comes_from_whatever_names_the_event_it_changes()
    {
        var id = Guid.NewGuid();
        Row($"{id}", null).Changes.ShouldBe(id);
        Row(null, $"{id}").Changes.ShouldBe(id);
        Row(null, null).Changes.ShouldBeNull();
        Row("anything at all", null).Changes.ShouldBeNull();
    }

    /// <summary>The names that the trace looks for are those that facts have: a correction by another name would be marked nowhere.</summary>
    [Fact]
    public void is_named_alike_by_every_fact_that_corrects_or_withdraws_an_event() =>
        typeof(IReviewFact).Assembly.GetTypes().Where(type => typeof(IFact).IsAssignableFrom(type)).SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(Guid) && property.Name.EndsWith("EventId", StringComparison.Ordinal)).Select(property => property.Name)
            .Except(["CorrectsEventId", "WithdrawsEventId"]).ShouldBe(["EventId"], "a citation names what it cites");

    private static LedgerRow Row(string? corrects, string? withdraws) => new(1, Guid.NewGuid(), Guid.NewGuid(), 1, "any", At, "2026-05-03", null, corrects, withdraws);
}
