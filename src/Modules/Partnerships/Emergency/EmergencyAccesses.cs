using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Marten;

namespace EssexImprovement.Partnerships;

/// <summary>Every emergency access to what one school holds sealed, and which of them its head has seen.</summary>
public sealed record EmergencyAccesses(Guid Id, Urn Urn, ImmutableList<EmergencyAccessTaken> Taken, ImmutableList<EmergencyAccessAcknowledged> Acknowledged)
{
    public int Version { get; init; }

    public static EmergencyAccesses Create(EmergencyAccessTaken fact) => new(fact.Urn.EmergencyStream(), fact.Urn, [fact], []);

    public EmergencyAccesses Apply(EmergencyAccessTaken fact) => this with { Taken = Taken.Add(fact) };

    public EmergencyAccesses Apply(EmergencyAccessAcknowledged fact) => this with { Acknowledged = Acknowledged.Add(fact) };

    public static Task<EmergencyAccesses?> OfAsync(Urn urn, IQuerySession session, CancellationToken token) =>
        session.Events.AggregateStreamAsync<EmergencyAccesses>(urn.EmergencyStream(), token: token);
}

/// <summary>Which school came after which, in any partnership: what belonged to the first belongs to the last.</summary>
public sealed record Successions(IReadOnlyList<MemberSchool> Succeeded)
{
    public static readonly Successions None = new([]);

    /// <summary>The school and those that came after it.</summary>
    public IReadOnlyList<Urn> LineOf(Urn urn) => Succeeded.LineOf(urn);

    /// <summary>The schools whose things now belong to one of these, and these.</summary>
    public IReadOnlyList<Urn> BelongingTo(IReadOnlyCollection<Urn> urns) => [.. urns.Concat(Succeeded.Select(member => member.Urn).Where(urn => LineOf(urn).Any(urns.Contains))).Distinct()];

    public static async Task<Successions> ReadAsync(IQuerySession session, CancellationToken token)
    {
        var members = await session.Query<Partnership>().Where(partnership => partnership.Members.Any(member => member.End == MembershipEnd.Succeeded)).SelectMany(partnership => partnership.Members).ToListAsync(token);
        return new([.. members.Where(member => member.SucceededBy is not null)]);
    }
}
