using EssexImprovement.Contracts;

namespace EssexImprovement.ImprovementWork;

/// <summary>Who may record what in a review. Whoever may not know of it is told nothing.</summary>
public static class WhoMay
{
    public static bool MayBeKnownTo(this PeerReview review, Acting acting, ReviewingPartnership partnership) =>
        partnership.MayBeKnownTo(acting) || review.Team.Any(member => member.PersonId == acting.Person) || review.IsOwnedBy(acting, partnership, acting.Today);

    public static Objection? NotRecordedByLead(this PeerReview review, Acting acting, ReviewingPartnership partnership) =>
        review.NotFor(acting, partnership, acting.Leads(review.PartnershipId), "the partnership's lead");

    public static Objection? NotRecordedByLeadOrHost(this PeerReview review, Acting acting, ReviewingPartnership partnership) =>
        review.NotFor(acting, partnership, acting.Leads(review.PartnershipId) || review.IsOwnedBy(acting, partnership, acting.Today), "the partnership's lead or the head of the host school");

    public static Objection? NotRecordedByLeadOrLeadReviewer(this PeerReview review, Acting acting, ReviewingPartnership partnership) =>
        review.NotFor(acting, partnership, acting.Leads(review.PartnershipId) || (review.Confirmed?.Lead == acting.Person && review.HasOnTeam(acting.Person)),
            "the partnership's lead or the lead reviewer");

    public static Objection? NotRecordedByTeam(this PeerReview review, Acting acting, ReviewingPartnership partnership) =>
        review.NotFor(acting, partnership, acting.Leads(review.PartnershipId) || review.HasOnTeam(acting.Person), "the partnership's lead or a member of the confirmed team");

    /// <summary>The same without those who do not judge: nobody from the school itself writes what its review says (IMP-3), not even a lead who heads it.</summary>
    public static Objection? NotJudgedByTeam(this PeerReview review, Acting acting, ReviewingPartnership partnership) =>
        review.NotFor(acting, partnership, review.LedFromOutside(acting, partnership) || review.JudgedBy(acting.Person),
            "a reviewer or facilitator of the confirmed team, or the partnership's lead unless they head the host");

    /// <summary>True for the partnership's lead, unless they head or chair the school that is reviewed.</summary>
    public static bool LedFromOutside(this PeerReview review, Acting acting, ReviewingPartnership partnership) =>
        acting.Leads(review.PartnershipId) && !review.OwnersIn(partnership).Any(urn => acting.TiedTo(urn, acting.Today, Capacity.Headteacher, Capacity.ChairOfGovernors));

    /// <summary>A member of the team speaks for themself alone (XCT-6); the partnership's lead records for each of them.</summary>
    public static Objection? NotRecordedFor(this PeerReview review, PersonId person, string field, Acting acting, ReviewingPartnership partnership) =>
        review.NotJudgedByTeam(acting, partnership) ??
        (acting.Person != person && !acting.Leads(review.PartnershipId) ? new("XCT-6", "A member of the team records what they themself saw or wrote.", field) : null);

    public static Objection? NotByHostHead(this PeerReview review, ICommand command, Acting acting, ReviewingPartnership partnership) =>
        review.NotFor(acting, partnership, review.ActsAsHostHead(acting, partnership, command.OccurredOn), "the head of the host school");

    /// <summary>Nobody speaks for the host head; and a head who has left speaks for the school no more, not even about a day when they led it.</summary>
    public static bool ActsAsHostHead(this PeerReview review, Acting acting, ReviewingPartnership partnership, DateOnly day) =>
        review.IsOwnedBy(acting, partnership, day) && review.IsOwnedBy(acting, partnership, acting.Today);

    private static bool IsOwnedBy(this PeerReview review, Acting acting, ReviewingPartnership partnership, DateOnly day) =>
        review.OwnersIn(partnership).Any(urn => acting.Headed(urn, day));

    private static Objection? NotFor(this PeerReview review, Acting acting, ReviewingPartnership partnership, bool may, string who) =>
        !review.MayBeKnownTo(acting, partnership) ? Objection.Unknown() : may ? null : Objection.LacksCapacity(who);
}
