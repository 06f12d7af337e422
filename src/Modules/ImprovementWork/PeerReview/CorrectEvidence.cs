using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>Whoever recorded a piece of evidence puts right what they wrote. The first wording stays in the ledger; findings rest on what it says now.</summary>
public sealed record CorrectEvidence(EvidenceId EvidenceId, EvidenceField Field, ConfidentialText Now, ConfidentialText Reason, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(PeerReview review, ReviewingPartnership partnership, Acting acting)
    {
        var item = review.Evidence.Find(item => item.EvidenceId == EvidenceId);
        return review.NotJudgedByTeam(acting, partnership)
            ?? review.OutOfStep(ReviewState.Visiting, ReviewState.AccuracyAnswered, Contracts.Objection.Malformed("evidenceId", "There is no evidence yet."))
            ?? (item is null ? Contracts.Objection.Unknown("evidenceId")
            : item.ByPerson != acting.Person && !acting.Leads(review.PartnershipId) ? new("XCT-6", "Evidence is corrected by whoever recorded it, or by the partnership's lead for them.", "evidenceId", 403)
            : OccurredOn < item.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "It is corrected on its day or later.")
            : !Reads(review) ? Contracts.Objection.Malformed("now", Field == EvidenceField.Kind ? $"A kind of evidence is one of {Kebab.Names<EvidenceKind>()}." : "This field does not take that value.")
            : item.Saying(Field).Value == Now.Value ? Contracts.Objection.Malformed("now", "It says so already.")
            : Field == EvidenceField.Kind && review.RestsOnTooLittle(EvidenceId, Kebab.Read<EvidenceKind>(Now.Value)!.Value)
                ? new("IMP-10", "A finding would rest on a single kind of evidence then. Correct or withdraw the finding first.", "now")
            : Field == EvidenceField.Kind && item.Kind.IsRead() && !Kebab.Read<EvidenceKind>(Now.Value)!.Value.IsRead() && item.OccurredOn > review.LastDayOfVisit(partnership)
                ? new("IMP-9", "This was read after the visit; it was not seen on it.", "now")
            : Reason.NotBetween1And(1000, "reason") ?? Reason.NamesSomebody("reason") ?? Now.NamesSomebody("now"));
    }

    public EvidenceCorrected Decide(PeerReview review, ToldAs told) => new(
        review.Id, review.PartnershipId, EvidenceId, told.EventId, Field, review.Evidence.Find(item => item.EvidenceId == EvidenceId)!.Saying(Field), Now, Reason, OccurredOn);

    private bool Reads(PeerReview review) => Field switch
    {
        EvidenceField.Kind => Kebab.Read<EvidenceKind>(Now.Value) is not null,
        EvidenceField.Line => review.Enquiry!.LinesOfEnquiry.Any(line => line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == Now.Value),
        EvidenceField.PeopleCount => int.TryParse(Now.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 10_000,
        _ => Now.Length is >= 1 and <= 4000,
    };
}

public static class CorrectEvidenceEndpoint
{
    public static async Task<(ReviewingPartnership, ToldAs)> LoadAsync(CorrectEvidence command, PeerReview review, IQuerySession session, CancellationToken token) =>
        (await ReviewingPartnership.OfAsync(review, session, token), await ToldAs.FindAsync<EvidenceRecorded>(review, told => told.EvidenceId == command.EvidenceId, session, token));

    public static Objection? Validate(CorrectEvidence command, PeerReview review, ReviewingPartnership partnership, Acting acting) => command.Objection(review, partnership, acting);

    [WolverinePost("/api/v1/reviews/{reviewId}/evidence/corrections")]
    public static (Recorded, Events) Post(CorrectEvidence command, [WriteModel("reviewId")] PeerReview review, ToldAs told) =>
        (new(review.Version + 1), [command.Decide(review, told)]);
}
