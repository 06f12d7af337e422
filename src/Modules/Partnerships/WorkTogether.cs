using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>The stage plan in force.</summary>
public sealed record StagePlanInForce(int Version, Stage TargetStage, DateOnly OccurredOn);

/// <summary>A link to another partnership; both days inclusive.</summary>
public sealed record LinkToPartnership(PartnershipId OtherId, ImmutableList<LinkPurpose> Purposes, DateOnly From, DateOnly? To);

/// <summary>A meeting, by which another of the same day and term is known to be the same.</summary>
public sealed record MeetingKept(DateOnly On, Term Term);

/// <summary>A dataset a school shared, of which year and with whom.</summary>
public sealed record DataShared(Urn Urn, SharedDataset Dataset, int AcademicYear, AudienceRing Ring);

/// <summary>An issue that was raised.</summary>
public sealed record IssueKept(IssueId Id, DateOnly RaisedOn);

/// <summary>A grant and what is spent of it, in pence.</summary>
public sealed record GrantKept(GrantId Id, long AwardedPence, long SpentPence, DateOnly AwardedOn);

/// <summary>The element chosen for an academic year.</summary>
public sealed record PriorityKept(int AcademicYear, SystemElement Element, DateOnly ChosenOn, bool Reviewed);

/// <summary>What of a partnership's work later decisions need: keys and small numbers. What was said is read from the stream.</summary>
public sealed record WorkTogether
{
    public StagePlanInForce? Plan { get; init; }

    public ImmutableList<LinkToPartnership> Links { get; init; } = [];

    public ImmutableList<MeetingKept> Meetings { get; init; } = [];

    public ImmutableList<IssueKept> Issues { get; init; } = [];

    public ImmutableList<DataShared> Shared { get; init; } = [];

    public ImmutableList<GrantKept> Grants { get; init; } = [];

    public ImmutableList<PriorityKept> Priorities { get; init; } = [];

    /// <summary>The academic years accounted for.</summary>
    public ImmutableList<int> Accounts { get; init; } = [];

    /// <summary>Fingerprints of facts that nothing but their whole content tells apart, without the identity they were given.</summary>
    public ImmutableList<string> Told { get; init; } = [];

    /// <summary>True when a fact that says the same is recorded already; it is given without an identity of its own.</summary>
    public bool Tells(IFact fact) => Told.Contains(Fingerprint(fact));

    public WorkTogether Apply(StagePlanAgreed fact) => this with { Plan = new(fact.Version, fact.TargetStage, fact.OccurredOn) };

    public WorkTogether Apply(StagePlanRevised fact) => this with { Plan = new(fact.Version, fact.TargetStage, fact.OccurredOn) };

    public WorkTogether Apply(PartnershipLinkAgreed fact) => this with { Links = Links.Add(new(fact.OtherId, [.. fact.Purposes], fact.From, fact.To)) };

    public WorkTogether Apply(MeetingHeld fact) => this with { Meetings = Meetings.Add(new(fact.OccurredOn, fact.Term)) };

    public WorkTogether Apply(CollectiveIssueRaised fact) =>
        this with { Issues = Issues.Add(new(fact.IssueId, fact.OccurredOn)), Told = Told.Add(Fingerprint(fact with { IssueId = default })) };

    public WorkTogether Apply(CollaborativeResponseAgreed fact) => this with { Told = Told.Add(Fingerprint(fact)) };

    public WorkTogether Apply(DataSharedWithPartners fact) => this with { Shared = Shared.Add(new(fact.Urn, fact.Dataset, fact.AcademicYear, fact.Ring)) };

    public WorkTogether Apply(CommunityVoiceHeard fact) => this with { Told = Told.Add(Fingerprint(fact)) };

    public WorkTogether Apply(GrantAwarded fact) => this with
    {
        Grants = Grants.Add(new(fact.GrantId, fact.AmountPence, 0, fact.OccurredOn)), Told = Told.Add(Fingerprint(fact with { GrantId = default })),
    };

    public WorkTogether Apply(GrantSpendReported fact) => this with
    {
        Grants = Grants.ConvertAll(grant => grant.Id == fact.GrantId ? grant with { SpentPence = grant.SpentPence + fact.SpentPence } : grant), Told = Told.Add(Fingerprint(fact)),
    };

    public WorkTogether Apply(ResourcePooled fact) => this with { Told = Told.Add(Fingerprint(fact with { PooledResourceId = default })) };

    public WorkTogether Apply(SystemElementPrioritised fact) => this with { Priorities = Priorities.Add(new(fact.AcademicYear, fact.Element, fact.OccurredOn, false)) };

    public WorkTogether Apply(SystemElementReviewed fact) =>
        this with { Priorities = Priorities.ConvertAll(priority => priority.AcademicYear == fact.AcademicYear ? priority with { Reviewed = true } : priority) };

    public WorkTogether Apply(AnnualAccountPublished fact) => this with { Accounts = Accounts.Add(fact.AcademicYear) };

    // What a fact does not say is left out, so that a property added later alters no fingerprint.
    private static readonly JsonSerializerOptions WhatIsSaid = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static string Fingerprint(IFact fact) => BodyDigest.Of(JsonSerializer.Serialize(fact, fact.GetType(), WhatIsSaid));
}

/// <summary>The part of a partnership's story that <see cref="WorkTogether"/> keeps.</summary>
public sealed partial record Partnership
{
    /// <summary>What of the partnership's work later decisions need.</summary>
    public WorkTogether Work { get; init; } = new();

    public Partnership Apply(StagePlanAgreed fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(StagePlanRevised fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(PartnershipLinkAgreed fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(MeetingHeld fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(CollectiveIssueRaised fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(CollaborativeResponseAgreed fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(DataSharedWithPartners fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(CommunityVoiceHeard fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(GrantAwarded fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(GrantSpendReported fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(ResourcePooled fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(SystemElementPrioritised fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(SystemElementReviewed fact) => this with { Work = Work.Apply(fact) };

    public Partnership Apply(AnnualAccountPublished fact) => this with { Work = Work.Apply(fact) };
}
