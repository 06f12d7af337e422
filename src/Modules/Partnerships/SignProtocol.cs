using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>A head or chair binds their school to a version of the protocol: trust is agreed, not assumed. The lead may record a signature given on paper. An earlier version may be signed as
/// well: reviews planned under it are bound by it to their end, and a school may join one late. Whoever takes over a school signs for it anew; until then it stays bound by whoever signed before.</summary>
public sealed record SignProtocol(int ProtocolVersion, Urn Urn, PersonId PersonId, Capacity Capacity, DateOnly OccurredOn) : ICommand
{
    public Objection? Objection(Partnership partnership, SchoolLeadership? leadership, Acting acting) =>
        partnership.NotRecordedBy(acting, acting.Person == PersonId || acting.Leads(partnership.Id), "whoever signs, or the lead who records a signature on paper")
        ?? (Capacity is not (Capacity.Headteacher or Capacity.ChairOfGovernors) ? Contracts.Objection.Malformed("capacity", "A school is bound by its head and its chair of governors.")
        : partnership.Protocols.Find(adopted => adopted.Version == ProtocolVersion) is not { } protocol
            ? new("PRT-6", $"This partnership has adopted no version {ProtocolVersion} of a protocol.", "protocolVersion")
        : partnership.MembersOn(OccurredOn).All(member => member.Urn != Urn) ? new("XCT-8", $"School {Urn} was not a member on {OccurredOn:d MMMM yyyy}.", "urn")
        : leadership?.Holder(Capacity, OccurredOn) != PersonId
            ? new("XCT-4", $"The ledger does not know this person in that capacity at school {Urn} on {OccurredOn:d MMMM yyyy}.", "personId")
        : OccurredOn < protocol.OccurredOn ? Contracts.Objection.Malformed("occurredOn", "Nobody signs before the protocol is adopted.")
        : partnership.Signatures.Contains(new(ProtocolVersion, Urn, Capacity, PersonId))
            ? Contracts.Objection.Malformed("capacity", "This signature is recorded already.")
        : null);

    public ProtocolSigned Decide(Partnership partnership) => new(partnership.Id, ProtocolVersion, Urn, PersonId, Capacity, OccurredOn);
}

public static class SignProtocolEndpoint
{
    public static Task<SchoolLeadership?> LoadAsync(SignProtocol command, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<SchoolLeadership>(command.Urn.LeadershipStream(), token: token);

    public static Objection? Validate(SignProtocol command, Partnership partnership, SchoolLeadership? leadership, Acting acting) =>
        command.Objection(partnership, leadership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/signatures")]
    public static (Recorded, Events) Post(SignProtocol command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
