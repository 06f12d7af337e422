using System.Collections.Immutable;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Marten;
using Marten.Linq.MatchesSql;

namespace EssexImprovement.ImprovementWork;

/// <summary>One training somebody completed; a withdrawn one was recorded by mistake and counts for nothing.</summary>
public sealed record Training(Guid EventId, PartnershipId PartnershipId, Urn HomeUrn, TrainedAs TrainedAs, DateOnly On, bool Withdrawn = false)
{
    /// <summary>Whoever may lead a team has learnt to review, too.</summary>
    public bool IsFor(TrainedAs what) => TrainedAs == what || (what == TrainedAs.PeerReviewer && TrainedAs == TrainedAs.LeadReviewer);

    /// <summary>The last day on which it counts, inclusive.</summary>
    public static DateOnly LastDayOf(DateOnly trainedOn) => trainedOn.AddMonths(ReviewPolicy.TrainingCountsMonths);
}

/// <summary>What one person was trained for, whichever partnership recorded it.</summary>
public sealed record TrainingRecord(Guid Id, PersonId PersonId, ImmutableList<Training> Trainings)
{
    /// <summary>How many facts tell it.</summary>
    public int Version { get; init; }

    /// <summary>The schools that employed them when they were trained; an index finds the record by them.</summary>
    public IReadOnlyList<Urn> Homes => [.. Trainings.Select(training => training.HomeUrn).Distinct()];

    public static Guid StreamOf(PersonId person) => NamedId.Of("training", person.ToString());

    public static TrainingRecord Create(IEvent<TrainingCompleted> e) => new(StreamOf(e.Data.PersonId), e.Data.PersonId, [Completed(e)]);

    public TrainingRecord Apply(IEvent<TrainingCompleted> e) => this with { Trainings = Trainings.Add(Completed(e)) };

    public TrainingRecord Apply(TrainingWithdrawn fact) =>
        this with { Trainings = Trainings.ConvertAll(training => training.EventId == fact.WithdrawsEventId ? training with { Withdrawn = true } : training) };

    /// <summary>The latest training for this that was completed by the day and not withdrawn; null for none.</summary>
    public Training? LatestFor(TrainedAs what, DateOnly day) => CompletedBy(day).Where(training => training.IsFor(what)).MaxBy(training => training.On);

    /// <summary>True when a training for this counts on the day: it was completed by then, and not longer ago than the policy lets it count.</summary>
    public bool CountsAs(TrainedAs what, DateOnly day) => LatestFor(what, day) is { } latest && day <= Training.LastDayOf(latest.On);

    /// <summary>True when a reviewer's training of this day was withdrawn and no other of that day stands: whoever still reports it contradicts the record.</summary>
    public bool Withdrew(DateOnly trainedOn) =>
        Trainings.Where(training => training.On == trainedOn && training.IsFor(TrainedAs.PeerReviewer)).ToList() is { Count: > 0 } thatDay && thatDay.TrueForAll(training => training.Withdrawn);

    /// <summary>The school that employed them at their latest training by the day; null when there was none yet.</summary>
    public Urn? HomeOn(DateOnly day) => CompletedBy(day).MaxBy(training => training.On)?.HomeUrn;

    public IEnumerable<Training> CompletedBy(DateOnly day) => Trainings.Where(training => !training.Withdrawn && training.On <= day);

    private static Training Completed(IEvent<TrainingCompleted> e) => new(e.Id, e.Data.PartnershipId, e.Data.HomeUrn, e.Data.TrainedAs, e.Data.OccurredOn);
}

public static class TrainingRecords
{
    /// <summary>The records of these people, of those who have one, in one round trip.</summary>
    public static Task<IReadOnlyList<TrainingRecord>> OfAsync(IEnumerable<PersonId> people, IQuerySession session, CancellationToken token) =>
        session.LoadManyAsync<TrainingRecord>(token, people.Select(TrainingRecord.StreamOf).Distinct());

    /// <summary>The records of whoever was trained while one of these schools employed them, by index, in one round trip.</summary>
    public static Task<IReadOnlyList<TrainingRecord>> AtAsync(IEnumerable<Urn> schools, IQuerySession session, CancellationToken token) =>
        session.Query<TrainingRecord>().Where(record => record.MatchesSql('^', "CAST(d.data ->> 'homes' as jsonb) ?| ^", (object)schools.Select(urn => urn.ToString()).ToArray())).ToListAsync(token);

    /// <summary>Training is recorded, and taken back, by whoever leads the partnership or keeps the register.</summary>
    public static Objection? NotKeptBy(this ReviewingPartnership? partnership, Acting acting) =>
        partnership?.MayBeKnownTo(acting) != true ? Objection.Unknown()
        : acting.Leads(partnership.Id) || acting.Is(Capacity.DataSteward) ? null
        : Objection.LacksCapacity("the partnership's lead, or a data steward");
}
