using System.Text.Json.Nodes;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.ImprovementWork;
using JasperFx.Events;
using Marten;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

/// <summary>What is recorded and told after a review, and the days it counts: feedback was given 13 days ago.</summary>
internal static class FollowingUp
{
    public static DateOnly Feedback => Ago(13);

    /// <summary>The last day for the workshop: fifteen school days after the feedback.</summary>
    public static DateOnly LastDay => TermCalendar.Shipped.After(Feedback, 15);

    /// <summary>The day the check-in is due: ninety days after the visit, or the first open day after the holidays.</summary>
    public static DateOnly CheckInDay => TermCalendar.Shipped.FirstSchoolDayOnOrAfter(Feedback.AddDays(90));

    public static object Workshop(FindingId finding, DateOnly on, params object[] champions) => new
    {
        champions, attendance = new PeopleByRole[] { new(StaffRole.SeniorLeader, 1), new(StaffRole.Teacher, 6) }, prioritiesChosen = new[] { finding },
        hypotheses = new[] { "Books are marked alone; a quoll would not." }, researchRefs = new[] { "10.1000/xyz123" }, occurredOn = on,
    };

    public static object Champion(Urn home, string name = "champion") => new { personId = App.Person(name), homeUrn = home };

    public static async Task<IReadOnlyList<FindingId>> FindingsAsync(this App app, ReviewId review) => [.. (await app.ToldAsync(review.Value)).Select(e => e.Data).OfType<FindingAgreed>().Select(fact => fact.FindingId)];

    /// <summary>The facts of a stream.</summary>
    public static async Task<IReadOnlyList<IEvent>> ToldAsync(this App app, Guid stream)
    {
        await using var session = app.Host.DocumentStore().QuerySession();
        return await session.Events.FetchStreamAsync(stream);
    }

    public static Task<IReadOnlyList<IEvent>> WorkshopOfAsync(this App app, ReviewId review) => app.ToldAsync(ImprovementWorkshop.StreamOf(review));

    public static Task<IReadOnlyList<IEvent>> CheckInsOfAsync(this App app, ReviewId review) => app.ToldAsync(CheckIn.StreamOf(review));

    public static string[] Names(this IEnumerable<IEvent> told) => [.. told.Select(e => e.Data.GetType().Name)];

    public static string? Text(this JsonNode? node) => node?.ToString();
}
