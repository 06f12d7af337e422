using System.Text.Json;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Evaluation;
using JasperFx.Events;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class Citing_a_review
{
    private static readonly PartnershipId Triad = PartnershipId.New();
    private static readonly ReviewId Review = ReviewId.New();
    private static readonly DecidingPartnership Partnership = new(Triad, Founded(Ago(300), Ashdown, Birchwood, Cedars));

    private static readonly ReportReleased ForLearning =
        new(Review, Triad, ReleaseId.New(), AudienceRing.PartnershipHeads, Extent.FindingsOnly, ReleasePurpose.PartnershipLearning, App.Person("head"), true, null, Ago(30));

    private static readonly ReportReleased ForCategories = ForLearning with { ReleaseId = ReleaseId.New(), Purpose = ReleasePurpose.CategoryUse };

    [Theory]
    [InlineData("review_planned")]
    [InlineData("visit_ended")]
    [InlineData("report_finalised")]
    public void ACC_3_needs_no_release_for_its_structure(string fact)
    {
        Citing(Recorded(fact)).Then<EvidenceCited>(cited => (cited.SeenInRing, cited.SeenByRelease).ShouldBe((AudienceRing.PartnershipHeads, null)));
        Citing(Recorded(fact), kind: DecisionKind.CategoryAgreement).ThenAllowed();
        Citing(Recorded(fact), body: DecidingBody.Board).Then<EvidenceCited>(cited => cited.SeenInRing.ShouldBe(AudienceRing.QuadrantAndBoard));
    }

    [Fact]
    public void ACC_3_needs_a_release_for_a_finding()
    {
        Citing(Recorded("finding_agreed")).ThenObjection("ACC-3", "eventId");
        Citing(Recorded("finding_agreed"), ForLearning).Then<EvidenceCited>(cited => (cited.SeenInRing, cited.SeenByRelease).ShouldBe((AudienceRing.PartnershipHeads, ForLearning.ReleaseId)));
        Citing(Recorded("finding_agreed"), ForLearning with { Extent = Extent.Summary }).ThenObjection("ACC-3");
        Citing(Recorded("finding_agreed"), ForLearning with { Ring = AudienceRing.HostGovernors }).ThenObjection("ACC-3");
    }

    [Fact]
    public void ACC_3_before_the_board_needs_one_that_reaches_the_board()
    {
        Citing(Recorded("finding_agreed"), DecisionKind.Other, DecidingBody.Board, ForLearning).ThenObjection("ACC-3");
        Citing(Recorded("finding_agreed"), DecisionKind.Other, DecidingBody.Board, ForLearning with { Ring = AudienceRing.QuadrantAndBoard }).ThenAllowed();
    }

    [Fact]
    public void ACC_3_asks_what_was_in_force_on_the_day()
    {
        // The citation is of fifteen days ago.
        Citing(Recorded("finding_agreed"), ForLearning with { OccurredOn = Ago(14) }).ThenObjection("ACC-3");
        Citing(Recorded("finding_agreed"), ForLearning with { ExpiresOn = Ago(16) }).ThenObjection("ACC-3");
        Citing(Recorded("finding_agreed"), ForLearning with { ExpiresOn = Ago(15) }).ThenAllowed();
        Citing(Recorded("finding_agreed"), ForLearning, Withdrawn(ForLearning, Ago(15))).ThenObjection("ACC-3");
        Citing(Recorded("finding_agreed"), ForLearning, Withdrawn(ForLearning, Ago(14))).ThenAllowed();
        Citing(Recorded("finding_agreed"), ForLearning, Withdrawn(ForCategories, Ago(20))).ThenAllowed();
    }

    [Theory]
    [InlineData("evidence_recorded")]
    [InlineData("enquiry_agreed")]
    [InlineData("reviewer_interest_declared")]
    [InlineData("report_accuracy_answered")]
    public void ACC_3_lets_what_travels_in_no_release_be_cited_by_nobody(string fact) =>
        Citing(Recorded(fact), ForLearning with { Ring = AudienceRing.Public, Extent = Extent.FullReport }).ThenObjection("ACC-3");

    [Fact]
    public void ACC_3_lets_the_final_report_be_cited_once_it_is_released_in_full()
    {
        var inFull = ForLearning with { Extent = Extent.FullReport };
        Citing(Recorded("report_drafted", draft: 2), inFull, Final).ThenAllowed();
        Citing(Recorded("report_drafted", draft: 2), ForLearning, Final).ThenObjection("ACC-3");
        Citing(Recorded("report_drafted", draft: 1), inFull, Final).ThenObjection("ACC-3");
        Citing(Recorded("report_drafted", draft: 2), inFull).ThenObjection("ACC-3");
    }

    [Fact]
    public void ACC_3_lets_a_finding_be_cited_in_its_last_words_alone()
    {
        var finding = FindingId.New();
        var (first, once, twice, other) = (Recorded("finding_agreed"), Recorded("finding_corrected"), Recorded("finding_corrected"), Recorded("finding_agreed"));
        IEvent[] corrected = [As(once, Corrected(finding, first)), As(twice, Corrected(finding, first))];

        CitingAfter(corrected, first).ThenObjection("ACC-3", "eventId");
        CitingAfter(corrected, once).ThenObjection("ACC-3", "eventId");
        CitingAfter(corrected, twice).ThenAllowed();
        CitingAfter(corrected, other).ThenAllowed();
        IEvent[] withdrawn = [.. corrected, As(Recorded("finding_withdrawn"), new FindingWithdrawn(Review, Triad, finding, first.EventId, new("Not so."), Ago(45)))];
        CitingAfter(withdrawn, twice).ThenObjection("ACC-3", "eventId");
        CitingAfter(withdrawn, other).ThenAllowed();

        // What the host thinks of it is put right without other words: the finding is cited as it was worded last.
        var view = Recorded("finding_corrected");
        IEvent[] viewed = [.. corrected, As(view, Corrected(finding, first) with { Field = FindingField.HostView })];
        CitingAfter(viewed, view).ThenObjection("ACC-3", "eventId");
        CitingAfter(viewed, twice).ThenAllowed();

        static FindingCorrected Corrected(FindingId finding, RecordedFact first) => new(Review, Triad, finding, first.EventId, new("Was."), new("Now."), new("Misheard."), Ago(46));

        static IEvent As<T>(RecordedFact fact, T told) where T : notnull => new Event<T>(told) { Id = fact.EventId };
    }

    [Fact]
    public void INT_12_counts_towards_a_category_only_what_was_released_for_that()
    {
        Citing(Recorded("finding_agreed"), DecisionKind.CategoryAgreement, DecidingBody.Partnership, ForLearning).ThenObjection("INT-12", "eventId");
        Citing(Recorded("finding_agreed"), DecisionKind.CategoryAgreement, DecidingBody.Partnership, ForLearning, ForCategories)
            .Then<EvidenceCited>(cited => cited.SeenByRelease.ShouldBe(ForCategories.ReleaseId));
        Citing(Recorded("finding_agreed"), DecisionKind.CategoryAgreement, DecidingBody.Partnership, ForLearning, ForCategories, Withdrawn(ForCategories, Ago(20))).ThenObjection("INT-12");
        Citing(Recorded("finding_agreed"), DecisionKind.CategoryAgreement, DecidingBody.Partnership).ThenObjection("ACC-3");
    }

    /// <summary>A new fact with a confidential text, or one that is held by its host without, must be classed before it can be cited.</summary>
    [Fact]
    public void takes_every_fact_of_a_review_that_holds_a_confidential_text_or_a_judgement_for_content() =>
        typeof(IReviewFact).Assembly.GetTypes().Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IReviewFact)) && (Holds(type) || type.IsAssignableTo(typeof(IHeldByHost))))
            .Select(type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)).Order().ShouldBe(ReleasesOfReview.Content.Order());

    private static bool Holds(Type type) => type == typeof(ConfidentialText) || (type.IsGenericType && type.GetGenericArguments().Any(Holds))
        || (type.Namespace == typeof(IReviewFact).Namespace && type.GetProperties().Any(property => Holds(property.PropertyType)));

    private static readonly ReportFinalised Final = new(Review, Triad, 2, false, Today.AddYears(6), Ago(40));

    private static ReleaseWithdrawn Withdrawn(ReportReleased release, DateOnly on) => new(Review, Triad, release.ReleaseId, new("Enough."), on);

    private static RecordedFact Recorded(string name, int? draft = null) => new(Guid.NewGuid(), Review.Value, 4, name, Triad, null, Ago(50), "{}", draft);

    private static When<Decision> Citing(RecordedFact cited, params object[] review) => Citing(cited, DecisionKind.Other, DecidingBody.Partnership, review);

    private static When<Decision> Citing(RecordedFact cited, DecisionKind kind = DecisionKind.Other, DecidingBody body = DecidingBody.Partnership, params object[] review) => Citing(
        cited, kind, body, new ReleasesOfReview([.. review.OfType<ReportReleased>()], [.. review.OfType<ReleaseWithdrawn>()], review.OfType<ReportFinalised>().LastOrDefault()?.Draft));

    private static When<Decision> CitingAfter(IReadOnlyList<IEvent> corrections, RecordedFact cited) =>
        Citing(cited, DecisionKind.Other, DecidingBody.Partnership, new ReleasesOfReview([ForLearning], [], 2) { Replaced = ReleasesOfReview.ReplacedIn(corrections) });

    private static When<Decision> Citing(RecordedFact cited, DecisionKind kind, DecidingBody body, ReleasesOfReview releases)
    {
        var command = new CiteEvidence(cited.EventId, new("It bears on it."), Ago(15));
        return Given.Facts<Decision>(new DecisionOpened(DecisionId.New(), Triad, kind, Direction.Internal, new("Shall we?"), [], null, body, 5, null, Ago(20))).When(
            decision => command.Objection(decision, cited, releases, HeldBack.Nothing, Partnership, Lead(Triad)), decision => command.Decide(CitationId.New(), decision, cited, releases));
    }
}
