using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Marten;

namespace EssexImprovement.Brokerage;

/// <summary>A school or another provider says what it can give, so that a school in need is matched with somebody who is willing.</summary>
public sealed record OfferCapacity(
    PartnershipId PartnershipId, ProviderKind Provider, IReadOnlyList<ImprovementArea> Specialisms, int QuarterDaysPerTerm, DateOnly From, DateOnly To, DateOnly OccurredOn,
    Urn? ProviderUrn = null) : ICommand
{
    public const int MostQuarterDays = 260;

    public Objection? Objection(BrokeringPartnership? partnership, IReadOnlyList<CapacityOffer> offers, Acting acting) =>
        partnership is null || !partnership.MayBeKnownTo(acting) ? Contracts.Objection.Unknown("partnershipId")
        : partnership.Members.NotGoingOn() is { } over ? over
        : !acting.Leads(PartnershipId) && !(ProviderUrn is { } own && partnership.IsHeadedBy(acting, own, acting.Today)) ? Contracts.Objection.LacksCapacity("the head of the school that offers, or the lead")
        : (Provider == ProviderKind.School) != ProviderUrn.HasValue ? Contracts.Objection.Malformed("providerUrn", "A school that offers, and nobody else, has a URN.")
        : ProviderUrn is { } urn && partnership.NotAMember(urn, OccurredOn, "providerUrn") is { } stranger ? stranger
        : Specialisms.Count == 0 || Specialisms.Distinct().Count() != Specialisms.Count ? Contracts.Objection.Malformed("specialisms", "An offer names what it is about, each area once.")
        : Specialisms.Contains(ImprovementArea.SafeguardingReferOnly) ? Contracts.Objection.Malformed("specialisms", "A safeguarding concern goes by the protocol's route, never through brokerage.")
        : QuarterDaysPerTerm is < 1 or > MostQuarterDays ? Contracts.Objection.Malformed("quarterDaysPerTerm", $"Between 1 and {MostQuarterDays} quarter days a term.")
        : To < From ? Contracts.Objection.Malformed("to", "The last day is not before the first.")
        : To < OccurredOn ? Contracts.Objection.Malformed("to", "An offer that has run out helps nobody.")
        : offers.Any(Repeats) ? Contracts.Objection.Malformed("specialisms", "This offer is recorded already.")
        : null;

    public CapacityOffered Decide(OfferId id) => new(id, PartnershipId, Provider, ProviderUrn, Specialisms, QuarterDaysPerTerm, From, To, OccurredOn);

    private bool Repeats(CapacityOffer offer) =>
        offer.Provider == Provider && offer.ProviderUrn == ProviderUrn && offer.From == From && offer.To == To && offer.QuarterDaysPerTerm == QuarterDaysPerTerm
        && offer.Specialisms.ToHashSet().SetEquals(Specialisms);
}

public static class OfferCapacityEndpoint
{
    public static async Task<(BrokeringPartnership?, IReadOnlyList<CapacityOffer>)> LoadAsync(OfferCapacity command, IQuerySession session, CancellationToken token) =>
        (await BrokeringPartnership.FindAsync(command.PartnershipId, session, token),
            await session.Query<CapacityOffer>().Where(offer => offer.PartnershipId == command.PartnershipId && offer.From == command.From).ToListAsync(token));

    public static Objection? Validate(OfferCapacity command, BrokeringPartnership? partnership, IReadOnlyList<CapacityOffer> offers, Acting acting) =>
        command.Objection(partnership, offers, acting);

    [WolverinePost("/api/v1/offers")]
    public static (Created<Begun<OfferId>>, IStartStream) Post(OfferCapacity command)
    {
        var id = OfferId.New();
        return (TypedResults.Created($"/api/v1/offers/{id}", new Begun<OfferId>(id)), MartenOps.StartStream<CapacityOffer>(id.Value, command.Decide(id)));
    }
}
