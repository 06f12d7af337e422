using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.ImprovementWork;

/// <summary>The seal on one review: its host owns it, with whoever succeeded the host; the confirmed team stands beside them; everybody else needs a release.</summary>
public static class SealOfReview
{
    public static Seal SealIn(this PeerReview review, ReviewingPartnership partnership, DateOnly today) => new(
        SealedThing.PeerReview, review.Id.Value,
        new(review.OwnersIn(partnership), [.. review.Team.Select(member => member.PersonId).Where(review.HasOnTeam)], [.. review.PeerGroupIn(partnership, today)], review.PartnershipId,
            [.. partnership.MembersOn(today)]) { Quadrant = partnership.Quadrant },
        AudienceRing.ReviewTeam, [.. review.OpenReleases().Select(release => new OpenRelease(release.Ring, release.Extent, release.ExpiresOn))]);

    /// <summary>The host school and those that came after it: what belonged to the first belongs to the last, and to a head whose school left the partnership still.</summary>
    public static IReadOnlyList<Urn> OwnersIn(this PeerReview review, ReviewingPartnership partnership) => partnership.Members.LineOf(review.HostUrn);

    /// <summary>The schools before and after the host as well: a school that took another's place begins with what that one knew of itself.</summary>
    public static IReadOnlyList<Urn> LineIn(this PeerReview review, ReviewingPartnership partnership) =>
        [.. partnership.Members.Select(member => member.Urn).Where(urn => partnership.Members.LineOf(urn).Contains(review.HostUrn)).Union(review.OwnersIn(partnership))];

    /// <summary>True when the reader may know that there is such a review: whoever may know of the partnership or was proposed for the team, its owners, and to whom it was released.</summary>
    public static bool ExistsFor(this PeerReview review, Reader reader, ReviewingPartnership partnership) =>
        review.MayBeKnownTo(reader.Acting, partnership) || reader.SightOf(review.SealIn(partnership, reader.Acting.Today)).Released is not null;

    /// <summary>What travels in no release: the enquiry, notes of evidence, drafts.</summary>
    public static Seal Unreleased(this Seal seal) => seal with { Releases = [] };

    /// <summary>What reviewers declared, for those who weigh it: the host head and the partnership's lead.</summary>
    public static Seal Interests(this Seal seal) =>
        seal with { Within = AudienceRing.HostHead, Releases = [], AlsoRead = acting => acting.Leads(seal.Circle.PartnershipId) };

    /// <summary>How many findings of each kind there are: a summary goes to whom it was released, a count to the heads of the partnership and its lead as counts of check-ins do.</summary>
    public static Seal Counted(this Seal seal) => seal with { Within = AudienceRing.PartnershipHeads, AlsoRead = acting => acting.Leads(seal.Circle.PartnershipId) };

    /// <summary>What the host offered to others as practice: offering it is the consent that heads of the partnership and its lead read it.</summary>
    public static Seal Offered(this Seal seal) => seal.Counted() with { Releases = [] };

    /// <summary>A safeguarding referral, for whoever recorded it, the partnership's lead, and the host head it went to. One that went past the head is about the head: then a lead who heads the
    /// host does not see it either, and it belongs to no school whose ledger or emergency access would show it.</summary>
    public static Seal Referred(this Seal seal, Referral referral)
    {
        var past = referral.Fact.To == SafeguardingRecipient.Lado;
        return seal with
        {
            Circle = seal.Circle with { Owner = past ? [] : seal.Circle.Owner, Team = [] }, Within = AudienceRing.HostHead, Releases = [],
            AlsoRead = acting => referral.By == acting.Person
                || (acting.Leads(seal.Circle.PartnershipId) && !(past && seal.Circle.Owner.Any(urn => acting.TiedTo(urn, acting.Today, Capacity.Headteacher)))),
        };
    }

    /// <summary>The schools that review together on the day: the named peer group, or else the schools whose leaders review in it, and once the visit has begun did come.</summary>
    public static IEnumerable<Urn> PeerGroupIn(this PeerReview review, ReviewingPartnership partnership, DateOnly day) =>
        partnership.PeerGroups.Find(group => group.Id == review.Plan.PeerGroupId)?.On(day, partnership.Members)
        ?? review.Peers().Select(member => member.HomeUrn).OfType<Urn>();
}
