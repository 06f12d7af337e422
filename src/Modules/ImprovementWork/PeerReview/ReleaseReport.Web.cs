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

/// <summary>A release as it was typed, so that a mistake is shown back.</summary>
public sealed record TypedRelease(string? Ring, string? Extent, string? Purpose, PostedDate ExpiresOn, string? NewConsent, string? Insists)
{
    public static readonly TypedRelease Empty = new(null, null, null, new(null, null, null), null, null);

    /// <summary>The command, or what keeps it from being one.</summary>
    public (ReleaseReport? Command, IReadOnlyList<FieldError> Errors) Read(DateOnly today)
    {
        var errors = new List<FieldError>();
        if (!Enum.TryParse<AudienceRing>(Ring, out var ring) || !Enum.IsDefined(ring)) errors.Add(new("ring", "Choose who may see it"));
        if (!Enum.TryParse<Extent>(Extent, out var extent) || !Enum.IsDefined(extent)) errors.Add(new("extent", "Choose how much they may see"));
        if (!Enum.TryParse<ReleasePurpose>(Purpose, out var purpose) || !Enum.IsDefined(purpose)) errors.Add(new("purpose", "Choose what it is for"));
        var (expiresOn, wrong) = string.IsNullOrWhiteSpace(ExpiresOn.Day + ExpiresOn.Month + ExpiresOn.Year) ? (null, null) : ExpiresOn.Read("expiresOn", "the last day it may be seen");
        if (wrong is not null) errors.Add(wrong);
        return errors.Count > 0 ? (null, errors) : (new(ring, extent, purpose, today, expiresOn, NewConsent is not null, Insists is not null), []);
    }
}

/// <summary>The pages on which a head releases a report.</summary>
public static class ReleasePages
{
    /// <summary>Unknown, not for this person, or nothing to release yet: the same as the command says of any release.</summary>
    public static Objection? NotFor(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        new ReleaseReport(AudienceRing.HostGovernors, Extent.Summary, ReleasePurpose.Governors, acting.Today).Objection(review, partnership, acting) is { } objection
        && (objection.Status is 403 or 404 || objection.Rule == "IMP-11") ? objection : null;

    public static RazorComponentResult Form(PeerReview review, string ledger, TypedRelease typed, IReadOnlyList<FieldError> errors, int status = 200) =>
        new RazorComponentResult<ReleaseReportPage>(new { Review = review, Ledger = ledger, Typed = typed, Errors = errors }) { StatusCode = status };

    /// <summary>Where the head who reads keeps the ledger of this review.</summary>
    public static string LedgerOf(PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        $"/schools/{review.OwnersIn(partnership).LastOrDefault(urn => acting.IsAt(urn, Capacity.Headteacher), review.HostUrn)}/ledger";
}

public static class ReleaseReportPageEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(PeerReview review, ReviewingPartnership partnership, Acting acting) => ReleasePages.NotFor(review, partnership, acting);

    /// <summary>Asks to whom, how much and what for.</summary>
    [WolverineGet("/reviews/{reviewId}/release")]
    public static RazorComponentResult Get([ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        ReleasePages.Form(review, ReleasePages.LedgerOf(review, partnership, acting), TypedRelease.Empty, []);
}

public static class ReleaseReportFormEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(PeerReview review, [NotBody] ReviewingPartnership partnership, Acting acting) => ReleasePages.NotFor(review, partnership, acting);

    /// <summary>First shows what was chosen and who would see it; releases when that is confirmed. Whoever confirms twice has released once.</summary>
    [WolverinePost("/reviews/{reviewId}/release")]
    public static (IResult, Events) Post(
        [FromForm] string? ring, [FromForm] string? extent, [FromForm] string? purpose, [FromForm] string? expiresOnDay, [FromForm] string? expiresOnMonth, [FromForm] string? expiresOnYear,
        [FromForm] string? newConsent, [FromForm] string? insists, [FromForm] string? step, [WriteModel("reviewId")] PeerReview review, [NotBody] ReviewingPartnership partnership, Acting acting)
    {
        var ledger = ReleasePages.LedgerOf(review, partnership, acting);
        var typed = new TypedRelease(ring, extent, purpose, new(expiresOnDay, expiresOnMonth, expiresOnYear), newConsent, insists);
        var (command, errors) = typed.Read(acting.Today);
        if (command is null) return (ReleasePages.Form(review, ledger, typed, errors, 400), []);
        if (step == "confirm" && command.Already(review) is { } same) return (Done(review, same.ReleaseId), []);
        if (command.Objection(review, partnership, acting) is { } objection)
            return (ReleasePages.Form(review, ledger, typed, [new(step == "change" ? null : objection.Field, objection.Detail)], objection.Status), []);
        if (step == "change") return (ReleasePages.Form(review, ledger, typed, []), []);
        if (step != "confirm") return (new RazorComponentResult<CheckReleasePage>(new { Review = review, Typed = typed, Command = command }), []);
        var fact = command.Decide(ReleaseId.New(), review, acting.Person);
        return (Done(review, fact.ReleaseId), [fact]);
    }

    private static RedirectHttpResult Done(PeerReview review, ReleaseId release) => TypedResults.LocalRedirect($"/reviews/{review.Id}/releases/{release}");
}

public static class ReleasePageEndpoint
{
    public static Task<ReviewingPartnership> LoadAsync(PeerReview review, IQuerySession session, CancellationToken token) => ReviewingPartnership.OfAsync(review, session, token);

    public static Objection? Validate(ReleaseId releaseId, PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        ReleasePages.NotFor(review, partnership, acting) ?? (review.Releases.Exists(release => release.ReleaseId == releaseId) ? null : Objection.Unknown());

    /// <summary>One release: what goes where, and whether it was taken back.</summary>
    [WolverineGet("/reviews/{reviewId}/releases/{releaseId}")]
    public static RazorComponentResult Get(ReleaseId releaseId, [ReadModel("reviewId")] PeerReview review, ReviewingPartnership partnership, Acting acting) =>
        new RazorComponentResult<ReleasePage>(new
        {
            Review = review, Release = review.Releases.Single(release => release.ReleaseId == releaseId), Withdrawn = review.Withdrawn.Find(taken => taken.ReleaseId == releaseId),
            Ledger = ReleasePages.LedgerOf(review, partnership, acting),
        });
}
