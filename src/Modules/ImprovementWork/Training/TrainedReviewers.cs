using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.ImprovementWork;

/// <summary>Somebody's latest training of one kind.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name, for whoever may see it.</param>
/// <param name="Erased">True when their name was erased.</param>
/// <param name="TrainedAs">What they were trained for.</param>
/// <param name="TrainedOn">The day it was completed.</param>
/// <param name="CountsUntil">The last day on which it counts, inclusive.</param>
/// <param name="Counts">True when it counts on the day asked for.</param>
/// <param name="EventId">The event that recorded it, to withdraw it by.</param>
public sealed record TrainedPerson(
    PersonId PersonId, PersonalText? Name, bool Erased, TrainedAs TrainedAs, DateOnly TrainedOn, DateOnly CountsUntil, bool Counts, Guid EventId);

/// <summary>The trained people of one member school, by what they were trained for; a school that took another's place has those of the school before it.</summary>
/// <param name="Urn">The school.</param>
/// <param name="School">What the register calls it.</param>
/// <param name="Reviewers">How many people count as peer reviewers, lead reviewers among them.</param>
/// <param name="LeadReviewers">How many count as lead reviewers.</param>
/// <param name="Champions">How many count as improvement champions.</param>
/// <param name="People">Each training, those that have run out too.</param>
public sealed record SchoolTraining(Urn Urn, string? School, int Reviewers, int LeadReviewers, int Champions, IReadOnlyList<TrainedPerson> People);

/// <summary>One line of the same as a file; a school where nobody was trained has one line without a person.</summary>
public sealed record TrainingLine(Urn Urn, string? School, int Reviewers, int LeadReviewers, int Champions, TrainedPerson? Trained);

/// <summary>How far training reaches (criterion C6): a trained reviewer at every school, and a champion for every four schools.</summary>
public sealed record CoverOfTraining(int Schools, int SchoolsWithReviewer, int Champions, int ChampionsNeeded, bool Met);

/// <summary>Who is trained for peer review in a partnership on a day.</summary>
public sealed record TrainedReviewers(PartnershipId PartnershipId, DateOnly On, CoverOfTraining Cover, IReadOnlyList<SchoolTraining> Schools)
{
    /// <summary>Three round trips, however many schools and people: records, the register, names.</summary>
    public static async Task<TrainedReviewers> ReadAsync(ReviewingPartnership partnership, DateOnly day, IQuerySession session, IPeople people, Acting acting, CancellationToken token)
    {
        List<Urn> members = [.. partnership.MembersOn(day).Distinct().OrderBy(urn => urn.Value)];
        var homes = members.ToDictionary(urn => urn, urn => partnership.Members.Select(member => member.Urn).Where(earlier => partnership.Members.LineOf(earlier).Contains(urn)).ToHashSet());
        var records = await TrainingRecords.AtAsync(homes.Values.SelectMany(urns => urns), session, token);
        var names = (await SchoolInReview.AllAsync(members, session, token)).ToDictionary(school => school.Urn, school => school.Name);
        var shown = await people.ShowAsync([.. records.Select(record => record.PersonId)], [partnership.Id], acting, token);
        return Of(partnership.Id, day, [.. members.Select(urn => (urn, names.GetValueOrDefault(urn), records.Where(record => record.HomeOn(day) is { } home && homes[urn].Contains(home))))], shown);
    }

    /// <summary>The same from what was read: counting alone.</summary>
    public static TrainedReviewers Of(PartnershipId partnership, DateOnly day, IReadOnlyList<(Urn Urn, string? Name, IEnumerable<TrainingRecord> Records)> members, PeopleShown shown)
    {
        var schools = members.Select(member => SchoolOf(member.Urn, member.Name, [.. member.Records])).ToList();
        var (covered, champions, needed) = (schools.Count(school => school.Reviewers > 0), schools.Sum(school => school.Champions),
            (schools.Count + ReviewPolicy.SchoolsPerChampion - 1) / ReviewPolicy.SchoolsPerChampion);
        return new(partnership, day, new(schools.Count, covered, champions, needed, schools.Count > 0 && covered == schools.Count && champions >= needed), schools);

        SchoolTraining SchoolOf(Urn urn, string? name, IReadOnlyList<TrainingRecord> records)
        {
            int Count(TrainedAs what) => records.Count(record => record.CountsAs(what, day));

            return new(urn, name, Count(TrainedAs.PeerReviewer), Count(TrainedAs.LeadReviewer), Count(TrainedAs.ImprovementChampion),
            [
                .. from record in records
                   from latest in record.CompletedBy(day).GroupBy(training => training.TrainedAs).Select(kind => kind.MaxBy(training => training.On)!)
                   orderby latest.TrainedAs, latest.On descending, record.PersonId.Value
                   let who = shown[record.PersonId]
                   let last = Training.LastDayOf(latest.On)
                   select new TrainedPerson(who.PersonId, who.Name, who.Erased, latest.TrainedAs, latest.On, last, day <= last, latest.EventId),
            ]);
        }
    }

    public IEnumerable<TrainingLine> Lines() => Schools.SelectMany(school => school.People.DefaultIfEmpty<TrainedPerson?>(null)
        .Select(person => new TrainingLine(school.Urn, school.School, school.Reviewers, school.LeadReviewers, school.Champions, person)));
}

public static class ReadTrainedReviewersEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, Acting acting) => partnership?.MayBeKnownTo(acting) == true ? null : Objection.Unknown();

    /// <summary>Who is trained for peer review at each school that is a member on a day (today unless told), until when each training counts, and how far training covers the schools.
    /// Names are there for whoever may see them. With format=csv or Accept: text/csv, the same as a file, a line for each training.</summary>
    [WolverineGet("/api/v1/partnerships/{partnershipId}/trained-reviewers")]
    public static async Task<Results<Ok<TrainedReviewers>, Csv<TrainingLine>>> Get(
        PartnershipId partnershipId, DateOnly? on, string? format, ReviewingPartnership partnership, IQuerySession session, IPeople people, Acting acting, HttpContext http, CancellationToken token)
    {
        var trained = await TrainedReviewers.ReadAsync(partnership, on ?? acting.Today, session, people, acting, token);
        return http.Request.AsksForCsv(format) ? new Csv<TrainingLine>("trained-reviewers", trained.Lines()) : TypedResults.Ok(trained);
    }
}

public static class TrainingPageEndpoint
{
    public static Task<ReviewingPartnership?> LoadAsync(PartnershipId partnershipId, IQuerySession session, CancellationToken token) =>
        ReviewingPartnership.FindAsync(partnershipId, session, token);

    public static Objection? Validate(ReviewingPartnership? partnership, Acting acting) => ReadTrainedReviewersEndpoint.Validate(partnership, acting);

    /// <summary>Who may judge and who may run workshops, school by school, and until when.</summary>
    [WolverineGet("/partnerships/{partnershipId}/training")]
    public static async Task<RazorComponentResult> Get(
        PartnershipId partnershipId, DateOnly? on, ReviewingPartnership partnership, IQuerySession session, IPeople people, Acting acting, CancellationToken token) =>
        new RazorComponentResult<TrainingPage>(new { partnership.Name, Trained = await TrainedReviewers.ReadAsync(partnership, on ?? acting.Today, session, people, acting, token) });
}
