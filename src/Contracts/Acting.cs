namespace EssexImprovement.Contracts;

/// <summary>In what standing a person acts.</summary>
public enum Capacity
{
    /// <summary>Convenes a partnership and records its work.</summary>
    PartnershipLead,
    /// <summary>Heads a school.</summary>
    Headteacher,
    /// <summary>Chairs a school's governing board.</summary>
    ChairOfGovernors,
    /// <summary>A trained leader from another school on a review team.</summary>
    PeerReviewer,
    /// <summary>Leads a review team.</summary>
    LeadReviewer,
    /// <summary>Runs the improvement workshop after a review.</summary>
    ImprovementChampion,
    /// <summary>A neutral person from outside the member schools.</summary>
    ExternalFacilitator,
    /// <summary>Matches needs and offers of support.</summary>
    Broker,
    /// <summary>Chairs the partnerships of a quadrant.</summary>
    QuadrantChair,
    /// <summary>Sits on the board that confirms stages.</summary>
    BoardMember,
    /// <summary>Works for the local authority with schools.</summary>
    LaSchoolEffectivenessPartner,
    /// <summary>Speaks for a trust or diocese.</summary>
    TrustOrDioceseRepresentative,
    /// <summary>Replays and compares histories.</summary>
    Analyst,
    /// <summary>Traces decisions.</summary>
    Auditor,
    /// <summary>Keeps the register and who holds which capacity.</summary>
    DataSteward,
    /// <summary>The service itself, reacting to a fact.</summary>
    System,
}

/// <summary>A capacity somebody holds, where, and when.</summary>
/// <param name="Capacity">The standing.</param>
/// <param name="Urn">The school it is held at, if it is held at a school.</param>
/// <param name="PartnershipId">The partnership it is held in, if it is held in one.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it goes on.</param>
/// <param name="Quadrant">The quadrant it is held in, if it is held in one.</param>
public sealed record HeldCapacity(Capacity Capacity, Urn? Urn, PartnershipId? PartnershipId, DateOnly From, DateOnly? To, Quadrant? Quadrant = null)
{
    /// <summary>True from the first to the last day, both inclusive.</summary>
    public bool HeldOn(DateOnly day) => From <= day && !(To < day);
}

/// <summary>Who acts, and in which capacities the ledger knows them. The person comes from the token alone, the capacities from facts.</summary>
/// <param name="Person">The person.</param>
/// <param name="Held">All capacities ever held, ended ones included.</param>
/// <param name="Today">The day the command is recorded, in Europe/London.</param>
public sealed record Acting(PersonId Person, IReadOnlyList<HeldCapacity> Held, DateOnly Today)
{
    /// <summary>Emergency accesses of this person that are in force now.</summary>
    public IReadOnlyList<EmergencyAccess> Emergencies { get; init; } = [];

    /// <summary>Capacities held that this request was not made in. They give no right, and their ties remain: see <see cref="TiedTo"/>.</summary>
    public IReadOnlyList<HeldCapacity> LaidAside { get; init; } = [];

    /// <summary>True when the person holds one of these capacities at the school on that day, whatever capacity they act in now: what is forbidden to whoever heads a school asks this.</summary>
    public bool TiedTo(Urn urn, DateOnly day, params ReadOnlySpan<Capacity> capacities)
    {
        foreach (var held in Held.Concat(LaidAside))
            if (held.Urn == urn && held.HeldOn(day) && capacities.Contains(held.Capacity)) return true;
        return false;
    }

    /// <summary>True when the person holds the capacity today, anywhere.</summary>
    public bool Is(params ReadOnlySpan<Capacity> capacities)
    {
        foreach (var held in Held)
            if (held.HeldOn(Today) && capacities.Contains(held.Capacity)) return true;
        return false;
    }

    /// <summary>True when the person leads (or deputises in) this partnership today.</summary>
    public bool Leads(PartnershipId partnership) =>
        Held.Any(held => held.Capacity == Capacity.PartnershipLead && held.PartnershipId == partnership && held.HeldOn(Today));

    /// <summary>True when the person headed this school on that day.</summary>
    public bool Headed(Urn urn, DateOnly day) => Held.Any(held => held.Capacity == Capacity.Headteacher && held.Urn == urn && held.HeldOn(day));

    /// <summary>True when the person holds this capacity at this school today.</summary>
    public bool IsAt(Urn urn, params ReadOnlySpan<Capacity> capacities)
    {
        foreach (var held in Held)
            if (held.Urn == urn && held.HeldOn(Today) && capacities.Contains(held.Capacity)) return true;
        return false;
    }

    /// <summary>True when the person chairs the partnerships of this quadrant today.</summary>
    public bool ChairsQuadrant(Quadrant quadrant) => Held.Any(held => held.Capacity == Capacity.QuadrantChair && held.Quadrant == quadrant && held.HeldOn(Today));

    /// <summary>True when the person may read about every partnership: analysts, auditors, data stewards and the board.</summary>
    public bool ReadsEverywhere => Is(Capacity.Analyst, Capacity.Auditor, Capacity.DataSteward, Capacity.BoardMember);

    /// <summary>True when the person may know of a partnership with these members: whoever leads it, heads or chairs a member school, or reads everywhere.</summary>
    public bool MayKnowOf(PartnershipId partnership, IEnumerable<Urn> members) =>
        ReadsEverywhere || Leads(partnership) || members.Any(urn => IsAt(urn, Capacity.Headteacher, Capacity.ChairOfGovernors));

    /// <summary>The capacity to record beside a fact: the one the command is for when it is held, else the lead of this partnership, else the head or chair of this
    /// school or of any, else whatever is held today; null when nothing is.</summary>
    public Capacity? For(Capacity? asked, PartnershipId? partnership, Urn? school)
    {
        var today = Held.Where(held => held.HeldOn(Today)).ToList();
        return (today.FirstOrDefault(held => held.Capacity == asked)
            ?? today.FirstOrDefault(held => held.Capacity == Capacity.PartnershipLead && held.PartnershipId == partnership)
            ?? today.FirstOrDefault(held => held.Urn is not null && held.Urn == school)
            ?? today.FirstOrDefault(held => held.Urn is not null)
            ?? today.FirstOrDefault())?.Capacity;
    }
}

/// <summary>A command that somebody gives in one capacity, whatever else they hold: a head who also leads the partnership answers for their school as its head.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GivenAsAttribute(Capacity capacity) : Attribute
{
    /// <summary>The capacity.</summary>
    public Capacity Capacity { get; } = capacity;
}
