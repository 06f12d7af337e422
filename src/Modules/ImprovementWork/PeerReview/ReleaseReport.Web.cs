using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.ImprovementWork;

/// <summary>What a head chose on the page, as it was sent; kept when something is wrong with it.</summary>
public sealed record ChosenRelease(string? Ring, string? Extent, string? Purpose, bool NewConsent, bool Insists, PostedDate ExpiresOn)
{
    public static readonly ChosenRelease Nothing = new(null, null, null, false, false, new(null, null, null));

    /// <summary>The command, or everything that is missing from it.</summary>
    public (ReleaseReport?, IReadOnlyList<FieldError>) Read(DateOnly today)
    {
        List<FieldError> errors = [];
        var ring = One<AudienceRing>(Ring, "ring", "Choose who may see it");
        var extent = One<Extent>(Extent, "extent", "Choose how much they may see");
        var purpose = One<ReleasePurpose>(Purpose, "purpose", "Choose what it is for");
        var expires = ExpiresOn is { Day: null or "", Month: null or "", Year: null or "" } ? (null, null) : ExpiresOn.Read("expiresOn", "the last day it may be seen");
        if (expires.Error is { } wrong) errors.Add(wrong);
        return errors.Count > 0 ? (null, errors) : (new(ring!.Value, extent!.Value, purpose!.Value, today, expires.Date, NewConsent, Insists), []);

        T? One<T>(string? chosen, string field, string missing) where T : struct, Enum
        {
            if (Enum.TryParse<T>(chosen, out var value) && Enum.IsDefined(value)) return value;
            errors.Add(new(field, missing));
            return null;
        }
    }
}

/// <summary>What the pages need to know of a review, and no text of it.</summary>
public sealed record ReviewToRelease(ReviewId Id, Urn HostUrn, string Called, bool HasFindingNotAgreed)
{
    /// <summary>How far what may go by the route confirmed before the visit, as its head agreed.</summary>
    public IReadOnlyList<string> Agreed { get; init; } = [];

    public static ReviewToRelease Of(PeerReview review) => new(review.Id, review.HostUrn, $"Review of {When.Month(review.Plan.PlannedFrom)}, round {review.Plan.Round}", review.Findings.Any(finding => finding.HostView == HostView.NotAgreed))
    {
        Agreed = ReleaseInWords.Agreed(review.Protocol?.Routes ?? []),
    };
}

public static class ReleaseReportPageEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    /// <summary>Only the host head comes as far as the page; what is not final has nothing to release.</summary>
    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        !review.MayBeKnownTo(acting, partnership) ? Objection.Unknown()
        : !review.ActsAsHostHead(acting, partnership, acting.Today) ? Objection.LacksCapacity("the head of the host school")
        : review.Final is null ? new("IMP-11", "Only a final report is released.")
        : null;

    /// <summary>Asks whom to let see what; asked to check, shows the answers and who would then see the report, before anything is saved.</summary>
    [WolverineGet("/reviews/{reviewId}/release")]
    public static RazorComponentResult Get(
        [ReadModel("reviewId")] PeerReview review, string? ring, string? extent, string? purpose, bool? newConsent, bool? insists, string? expiresOnDay, string? expiresOnMonth,
        string? expiresOnYear, bool? check, ReleaseId? given, ReviewingPartnership partnership, Acting acting)
    {
        var chosen = new ChosenRelease(ring, extent, purpose, newConsent == true, insists == true, new(expiresOnDay, expiresOnMonth, expiresOnYear));
        if (review.Releases.Find(release => release.ReleaseId == given) is { } done) return new RazorComponentResult<ReleaseGivenPage>(new { Review = ReviewToRelease.Of(review), Release = done });
        if (check != true) return Form(review, chosen, []);
        var (command, errors) = chosen.Read(acting.Today);
        if (command is null) return Form(review, chosen, errors);
        return command.Objection(review, partnership, acting) is { } objection ? Form(review, chosen, [Error(objection)], objection.Status)
            : new RazorComponentResult<CheckReleasePage>(new { Review = ReviewToRelease.Of(review), Chosen = chosen, Command = command });
    }

    internal static RazorComponentResult Form(PeerReview review, ChosenRelease chosen, IReadOnlyList<FieldError> errors, int? status = null) =>
        new RazorComponentResult<ReleaseReportPage>(new { Review = ReviewToRelease.Of(review), Chosen = chosen, Errors = errors }) { StatusCode = status ?? (errors.Count > 0 ? 422 : 200) };

    internal static FieldError Error(Objection objection) => new(objection.Field, $"{objection.Detail} ({objection.Rule})");
}

public static class ReleaseReportFormEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Acting acting) => ReleaseReportPageEndpoint.Validate(review, partnership, acting);

    /// <summary>Releases, today. Whoever pressed the button twice has released once and is told so.</summary>
    [WolverinePost("/reviews/{reviewId}/release")]
    public static (IResult, Events) Post(
        [FromForm] string? ring, [FromForm] string? extent, [FromForm] string? purpose, [FromForm] string? newConsent, [FromForm] string? insists, [FromForm] string? expiresOnDay,
        [FromForm] string? expiresOnMonth, [FromForm] string? expiresOnYear, [WriteModel("reviewId")] PeerReview review, ReviewingPartnership partnership, HttpContext http, Acting acting)
    {
        var chosen = new ChosenRelease(ring, extent, purpose, newConsent == "true", insists == "true", new(expiresOnDay, expiresOnMonth, expiresOnYear));
        var (command, errors) = chosen.Read(acting.Today);
        if (command is null) return (ReleaseReportPageEndpoint.Form(review, chosen, errors), []);
        if (review.OpenReleases().FirstOrDefault(command.SaysTheSameAs) is { } before) return (TypedResults.LocalRedirect(Given(review, before.ReleaseId)), []);
        if (command.Objection(review, partnership, acting) is { } objection)
            return (ReleaseReportPageEndpoint.Form(review, chosen, [ReleaseReportPageEndpoint.Error(objection)], objection.Status), []);
        http.Features.Set<ICommand>(command);
        var id = ReleaseId.New();
        return (TypedResults.LocalRedirect(Given(review, id)), [command.Decide(id, review, acting.Person)]);
    }

    private static string Given(PeerReview review, ReleaseId id) => $"/reviews/{review.Id}/release?given={id}";
}
