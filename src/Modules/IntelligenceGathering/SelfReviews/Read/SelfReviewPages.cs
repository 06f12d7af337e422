using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.IntelligenceGathering;

/// <summary>One self-review for its page.</summary>
/// <param name="School">What the register calls the school.</param>
/// <param name="Urn">Its number.</param>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Seen">The self-review as this reader may see it; null while it is not begun.</param>
/// <param name="AsWritten">True for whoever reads it as it is being written.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="Tasks">What there is to do, for those who write it.</param>
public sealed record SelfReviewPageView(string School, Urn Urn, int AcademicYear, SelfReviewAsSeen? Seen, bool AsWritten, string Audience, IReadOnlyList<TaskGroup> Tasks);

public static class SelfReviewPageEndpoint
{
    public static Task<SelfReviewRecording> LoadAsync(Urn urn, int academicYear, IQuerySession session, Reader reader, CancellationToken token) =>
        SelfReviewRecording.OfAsync(urn, academicYear, session, reader, token);

    public static Objection? Validate(SelfReviewRecording at) => at.Hidden;

    /// <summary>A school's self-review of an academic year as far as you may see it, and for those who write it what there is to do.</summary>
    [WolverineGet("/schools/{urn}/self-reviews/{academicYear}")]
    public static RazorComponentResult Get([NotBody] SelfReviewRecording at) => new RazorComponentResult<SelfReviewPage>(new
    {
        View = new SelfReviewPageView(at.School, at.Urn, at.AcademicYear, at.Outline is { } outline ? outline with { Inside = at.Inside } : null, at.AsWritten, at.Audience, SelfReviewTasks.In(at)),
    });
}

public static class SelfReviewsPageEndpoint
{
    public static async Task<(SchoolProfile?, AroundSchool, IReadOnlyList<SelfReviewAsSeen>)> LoadAsync(Urn urn, IQuerySession session, Reader reader, CancellationToken token)
    {
        var around = await AroundSchool.OfAsync(urn, session, token);
        var reviews = await session.Query<SelfReview>().Where(review => review.Urn == urn).ToListAsync(token);
        return (await session.LoadAsync<SchoolProfile>(urn.ProfileStream(), token), around,
            [.. reviews.OrderByDescending(review => review.AcademicYear).Select(review => SelfReviewAsSeen.OutlineBy(review, around, reader)).OfType<SelfReviewAsSeen>()]);
    }

    public static Objection? Validate(Urn urn, SchoolProfile? school, AroundSchool around, IReadOnlyList<SelfReviewAsSeen> seen, Reader reader) =>
        school is not null && (seen.Count > 0 || around.MayAskAfter(urn, reader.Acting)) ? null : Objection.Unknown();

    /// <summary>The self-reviews of a school that you may know of, the latest first; its head or chair begins the one of this year here.</summary>
    [WolverineGet("/schools/{urn}/self-reviews")]
    public static RazorComponentResult Get(Urn urn, [NotBody] SchoolProfile school, [NotBody] IReadOnlyList<SelfReviewAsSeen> seen, Acting acting)
    {
        var year = AcademicYear.Of(acting.Today);
        return new RazorComponentResult<SelfReviewsPage>(new
        {
            School = school.Entry.Name, Urn = urn, Reviews = seen, Begins = urn.NotLedBy(acting) is null && seen.All(review => review.AcademicYear != year) ? year : (int?)null,
        });
    }
}
