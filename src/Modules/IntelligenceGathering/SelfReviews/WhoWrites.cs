using EssexImprovement.Contracts;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>Who writes a self-review: the school itself, and nobody for it. Everybody else is told so before anything is looked up, and learns nothing of what there is.</summary>
public static class WhoWrites
{
    /// <summary>INT-9 unless the person heads the school or chairs its governors today.</summary>
    public static Objection? NotLedBy(this Urn urn, Acting acting) =>
        acting.IsAt(urn, Capacity.Headteacher, Capacity.ChairOfGovernors) ? null : new("INT-9", "Only the leaders of a school write its self-review.", null, 403);

    /// <summary>INT-9 as above; XCT-4 for a leader who does not head the school today, or did not on the day.</summary>
    public static Objection? NotHeadedBy(this Urn urn, Acting acting, DateOnly day) =>
        urn.NotLedBy(acting) ?? (acting.IsAt(urn, Capacity.Headteacher) && acting.Headed(urn, day) ? null : Objection.LacksCapacity("the head of the school"));
}
