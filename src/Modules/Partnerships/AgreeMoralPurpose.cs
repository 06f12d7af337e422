using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The members put why they work together into words and sign it, so that objectives can name the outcome they serve. The lead records the signatures, which were given on paper.</summary>
public sealed record AgreeMoralPurpose(
    string Text, string PlaceAndCommunity, IReadOnlyList<OutcomeClause> OutcomeClauses, IReadOnlyList<Signatory> Signatories, DateOnly OccurredOn) : ICommand
{
    public const int LongestText = 1200;

    public Objection? Objection(Partnership partnership, IReadOnlyList<SchoolLeadership> leaders, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (string.IsNullOrWhiteSpace(Text) || Text.Length > LongestText ? Contracts.Objection.Malformed("text", $"The purpose has 1 to {LongestText} characters.")
        : string.IsNullOrWhiteSpace(PlaceAndCommunity) || PlaceAndCommunity.Length > 300 ? Contracts.Objection.Malformed("placeAndCommunity", "The purpose names its place and community in 1 to 300 characters.")
        : OutcomeClauses.Count is 0 or > 12 ? Contracts.Objection.Malformed("outcomeClauses", "The purpose names 1 to 12 outcomes.")
        : OutcomeClauses.Any(clause => string.IsNullOrWhiteSpace(clause.ClauseId) || clause.ClauseId.Length > 10 || string.IsNullOrWhiteSpace(clause.Text) || clause.Text.Length > 300)
            ? Contracts.Objection.Malformed("outcomeClauses", "An outcome has an id of 1 to 10 and a text of 1 to 300 characters.")
        : OutcomeClauses.DistinctBy(clause => clause.ClauseId).Count() != OutcomeClauses.Count ? Contracts.Objection.Malformed("outcomeClauses", "Two clauses have the same id.")
        : OccurredOn <= partnership.Purpose?.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A purpose agreed on this day or later is recorded already.")
        : Signatories.Count == 0 ? Contracts.Objection.Malformed("signatories", "Somebody signs the purpose; what nobody signed is a draft.")
        : Signatories.DistinctBy(signatory => (signatory.Urn, signatory.Capacity)).Count() != Signatories.Count
            ? Contracts.Objection.Malformed("signatories", "A school signs once in each capacity.")
        : Signatories.Select(signatory => NotSigned(signatory, partnership, leaders)).FirstOrDefault(objection => objection is not null));

    public MoralPurposeAgreed Decide(Partnership partnership) =>
        new(partnership.Id, (partnership.Purpose?.Version ?? 0) + 1, Text, PlaceAndCommunity, OutcomeClauses, Signatories, OccurredOn);

    private Objection? NotSigned(Signatory signatory, Partnership partnership, IReadOnlyList<SchoolLeadership> leaders) =>
        signatory.Capacity is not (Capacity.Headteacher or Capacity.ChairOfGovernors) ? Contracts.Objection.Malformed("signatories", "A school signs by its head and its chair of governors.")
        : signatory.On > OccurredOn ? Contracts.Objection.Malformed("signatories", "Nobody signs after the purpose is agreed; a later signature stands under the next version.")
        : partnership.NotMembersOn(signatory.On, [signatory.Urn], "signatories")
        ?? (leaders.FirstOrDefault(leadership => leadership.Urn == signatory.Urn)?.Holder(signatory.Capacity, signatory.On) == signatory.PersonId ? null
            : new("XCT-4", $"The ledger does not know this person as {Words.Of(signatory.Capacity)} of school {signatory.Urn} on {signatory.On:d MMMM yyyy}.", "signatories"));
}

public static class AgreeMoralPurposeEndpoint
{
    public static Task<IReadOnlyList<SchoolLeadership>> LoadAsync(AgreeMoralPurpose command, IQuerySession session, CancellationToken token) =>
        SchoolLeadership.AllAsync(session, command.Signatories.Select(signatory => signatory.Urn), token);

    public static Objection? Validate(AgreeMoralPurpose command, Partnership partnership, IReadOnlyList<SchoolLeadership> leaders, Acting acting) =>
        command.Objection(partnership, leaders, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/purpose")]
    public static (Recorded, Events) Post(AgreeMoralPurpose command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
