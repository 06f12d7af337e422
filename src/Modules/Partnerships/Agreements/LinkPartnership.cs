using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>Two partnerships agree to look at, support or work with each other, so that help and challenge reach beyond their own schools.</summary>
public sealed record LinkPartnership(PartnershipId OtherId, IReadOnlyList<LinkPurpose> Purposes, DateOnly From, DateOnly OccurredOn, DateOnly? To = null) : ICommand
{
    public Objection? Objection(Partnership partnership, OtherPartnership other, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (OtherId == partnership.Id ? Contracts.Objection.Malformed("otherId", "A partnership links with another one.")
        : !other.Exists ? Contracts.Objection.Unknown("otherId")
        : Purposes.Count == 0 || Purposes.Distinct().Count() != Purposes.Count ? Contracts.Objection.Malformed("purposes", "A link names what it is for, each purpose once.")
        : To < From ? Contracts.Objection.Malformed("to", "The last day is not before the first.")
        : partnership.Work.Links.Any(link => link.OtherId == OtherId && link.Purposes.Intersect(Purposes).Any() && !(link.To < From) && !(To < link.From))
            ? Contracts.Objection.Malformed("purposes", "The two are linked for this purpose at that time already.")
        : null);

    public PartnershipLinkAgreed Decide(Partnership partnership) => new(partnership.Id, OtherId, Purposes, From, To, OccurredOn);
}

/// <summary>Whether there is a partnership to link with. A dissolved one looks like none, and more is not told.</summary>
public sealed record OtherPartnership(bool Exists);

public static class LinkPartnershipEndpoint
{
    public static async Task<OtherPartnership> LoadAsync(LinkPartnership command, IQuerySession session, CancellationToken token) =>
        new(await session.LoadAsync<Partnership>((object)command.OtherId, token) is { Dissolved: null });

    public static Objection? Validate(LinkPartnership command, Partnership partnership, OtherPartnership other, Acting acting) => command.Objection(partnership, other, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/links")]
    public static (Recorded, Events) Post(LinkPartnership command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
