using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The members put why they work together into words and sign it, so that objectives can name the outcome they serve.</summary>
public sealed record AgreeMoralPurpose(
    string Text, string PlaceAndCommunity, IReadOnlyList<OutcomeClause> OutcomeClauses, IReadOnlyList<Signatory> Signatories, DateOnly OccurredOn) : ICommand
{
    public const int LongestText = 1200;

    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting) ??
        (string.IsNullOrWhiteSpace(Text) || Text.Length > LongestText ? Contracts.Objection.Malformed("text", $"The purpose has 1 to {LongestText} characters.")
        : string.IsNullOrWhiteSpace(PlaceAndCommunity) ? Contracts.Objection.Malformed("placeAndCommunity", "The purpose names its place and community.")
        : OutcomeClauses.Count == 0 ? Contracts.Objection.Malformed("outcomeClauses", "The purpose names at least one outcome.")
        : OutcomeClauses.DistinctBy(clause => clause.ClauseId).Count() != OutcomeClauses.Count ? Contracts.Objection.Malformed("outcomeClauses", "Two clauses have the same id.")
        : Signatories.FirstOrDefault(signatory => partnership.MembersOn(OccurredOn).All(member => member.Urn != signatory.Urn)) is { } stranger
            ? new("XCT-8", $"School {stranger.Urn} was not a member on {OccurredOn:d MMMM yyyy}.", "signatories")
        : OccurredOn <= partnership.Purpose?.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "A purpose agreed on this day or later is recorded already.")
        : null);

    public MoralPurposeAgreed Decide(Partnership partnership) =>
        new(partnership.Id, (partnership.Purpose?.Version ?? 0) + 1, Text, PlaceAndCommunity, OutcomeClauses, Signatories, OccurredOn);
}

public static class AgreeMoralPurposeEndpoint
{
    public static Objection? Validate(AgreeMoralPurpose command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/purpose")]
    public static (Recorded, Events) Post(AgreeMoralPurpose command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
