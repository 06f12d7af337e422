using System.Collections.Immutable;

namespace EssexImprovement.Contracts.Partnerships;

/// <summary>Somebody who leads for a partnership.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The role.</param>
/// <param name="Urn">The school that employed them when they were appointed.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it goes on.</param>
public sealed record Lead(PersonId PersonId, LeadRole Role, Urn Urn, DateOnly From, DateOnly? To)
{
    /// <summary>True from the first day to the last, both inclusive.</summary>
    public bool On(DateOnly day) => From <= day && !(To < day);
}

/// <summary>Who leads for a partnership, folded from its facts. Every room and replay use this one fold.</summary>
public static class Leads
{
    /// <summary>The leads after one more was appointed.</summary>
    public static ImmutableList<Lead> After(this ImmutableList<Lead> leads, LeadAppointed fact) => leads.Add(new(fact.PersonId, fact.Role, fact.Urn, fact.From, fact.To));

    /// <summary>The leads after one stood down.</summary>
    public static ImmutableList<Lead> After(this ImmutableList<Lead> leads, LeadStoodDown fact) =>
        leads.ConvertAll(lead => lead.PersonId == fact.PersonId && lead.Role == fact.Role && lead.On(fact.OccurredOn) ? lead with { To = fact.OccurredOn } : lead);

    /// <summary>The leads after the partnership's last day: who was to begin later never did.</summary>
    public static ImmutableList<Lead> After(this ImmutableList<Lead> leads, PartnershipDissolved fact) =>
        [.. leads.Where(lead => lead.From <= fact.OccurredOn).Select(lead => lead.To < fact.OccurredOn ? lead : lead with { To = fact.OccurredOn })];
}
