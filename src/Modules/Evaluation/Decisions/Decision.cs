using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;

namespace EssexImprovement.Evaluation;

/// <summary>How far a decision has come.</summary>
public enum DecisionState
{
    Open, Made, Communicated, Closed,
}

/// <summary>One accountability decision at a point of its history.</summary>
public sealed record Decision(
    DecisionId Id, PartnershipId PartnershipId, DecisionOpened Opened, ImmutableList<EvidenceCited> Citations, ImmutableList<OptionConsidered> Options,
    ImmutableList<DeciderInterestDeclared> Interests, DecisionMade? Made, ImmutableList<DecisionCommunicated> Communications, DecisionClosed? Closed)
{
    /// <summary>How many facts tell its story; the ETag of what is read.</summary>
    public int Version { get; init; }

    public DecisionState State =>
        Closed is not null ? DecisionState.Closed : Communications.Count > 0 ? DecisionState.Communicated : Made is not null ? DecisionState.Made : DecisionState.Open;

    public static Decision Create(DecisionOpened fact) => new(fact.DecisionId, fact.PartnershipId, fact, [], [], [], null, [], null);

    public Decision Apply(EvidenceCited fact) => this with { Citations = Citations.Add(fact) };

    public Decision Apply(OptionConsidered fact) => this with { Options = Options.Add(fact) };

    public Decision Apply(DeciderInterestDeclared fact) => this with { Interests = Interests.Add(fact) };

    public Decision Apply(DecisionMade fact) => this with { Made = fact };

    public Decision Apply(DecisionCommunicated fact) => this with { Communications = Communications.Add(fact) };

    public Decision Apply(DecisionClosed fact) => this with { Closed = fact };

    /// <summary>The options weighed, with "do nothing", which was there from the start.</summary>
    public int OptionsWeighed => Options.Count + 1;

    /// <summary>Whoever declared a link that keeps them from voting, once and for all: a later declaration adds to the earlier one and takes nothing back.</summary>
    public bool MayVote(PersonId person) => !Interests.Any(interest => interest.PersonId == person && interest.Action != InterestAction.None);

    /// <summary>Only an open decision is prepared, on the day its question was put or later; ACC-7 once it is made.</summary>
    public Objection? NotInPreparation(DateOnly day) =>
        Made is not null ? new("ACC-7", "This decision is made. What it rested on is not added to; only telling and closing are left.")
        : day < Opened.OccurredOn ? Objection.Malformed("occurredOn", $"The question was put on {Opened.OccurredOn:d MMMM yyyy}; this is before that.")
        : null;

    /// <summary>What is told or closed has an outcome (ACC-6), and is not closed already.</summary>
    public Objection? NotDecided(DateOnly day, Objection closed) =>
        Made is null ? new("ACC-6", "This decision has no outcome yet.")
        : Closed is not null ? closed
        : day < Made.OccurredOn ? Objection.Malformed("occurredOn", $"The decision was made on {Made.OccurredOn:d MMMM yyyy}; this is before that.")
        : null;
}
