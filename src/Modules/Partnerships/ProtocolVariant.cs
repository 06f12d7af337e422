using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;

namespace EssexImprovement.Partnerships;

/// <summary>A protocol a partnership may begin with: where outcomes go and what they may start, ready to be adopted as it is or with changes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mood">What it is for, in a sentence.</param>
/// <param name="IsDefault">True for the one that suits most partnerships.</param>
/// <param name="Protocol">The body for <c>POST /api/v1/partnerships/{id}/protocols</c>, in force from today.</param>
public sealed record ProtocolVariant(string Name, string Mood, bool IsDefault, AdoptProtocol Protocol);

/// <summary>The variants the service comes with.</summary>
public sealed record ProtocolVariants(IReadOnlyList<ProtocolVariant> Items)
{
    private static readonly Trigger[] Inward = [Trigger.Workshop, Trigger.HostPlan], Every = Enum.GetValues<Trigger>();

    /// <summary>The four variants, adopted on <paramref name="today"/>.</summary>
    public static ProtocolVariants On(DateOnly today) => new(
    [
        new("triad-sealed", "Nothing leaves the host's head and the review team: the mood in which triads began in 2015.", false, Adopted(today, Inward, 60, 120,
            (Artefact.EvidenceNotes, AudienceRing.ReviewTeam, Extent.FullReport), (Artefact.Findings, AudienceRing.ReviewTeam, Extent.FullReport),
            (Artefact.Report, AudienceRing.HostHead, Extent.FullReport), (Artefact.WorkshopActions, AudienceRing.HostHead, Extent.FullReport),
            (Artefact.CheckInLevels, AudienceRing.HostHead, Extent.Summary))),
        new("spp-partnership", "The host owns its report; the partnership's heads learn from a summary, the quadrant from themes that name no school.", true, Adopted(today, Every, 60, 120,
            (Artefact.EvidenceNotes, AudienceRing.ReviewTeam, Extent.FullReport), (Artefact.Findings, AudienceRing.ReviewTeam, Extent.FullReport),
            (Artefact.Report, AudienceRing.HostHead, Extent.FullReport), (Artefact.SummaryForLearning, AudienceRing.PartnershipHeads, Extent.Summary),
            (Artefact.Themes, AudienceRing.QuadrantAndBoard, Extent.ThemesAnonymised), (Artefact.WorkshopActions, AudienceRing.PeerGroupHeads, Extent.FullReport),
            (Artefact.CheckInLevels, AudienceRing.PeerGroupHeads, Extent.Summary))),
        new("hub-shared", "The report goes to the heads of the partnership, who agreed to it by their signatures, as in national networks of challenge.", false, Adopted(today, Every, 60, 120,
            (Artefact.EvidenceNotes, AudienceRing.ReviewTeam, Extent.FullReport), (Artefact.Findings, AudienceRing.PeerGroupHeads, Extent.FullReport),
            (Artefact.Report, AudienceRing.PartnershipHeads, Extent.FullReport), (Artefact.SummaryForLearning, AudienceRing.PartnershipHeads, Extent.Summary),
            (Artefact.Themes, AudienceRing.QuadrantAndBoard, Extent.ThemesAnonymised), (Artefact.WorkshopActions, AudienceRing.PartnershipHeads, Extent.FullReport),
            (Artefact.CheckInLevels, AudienceRing.PartnershipHeads, Extent.Summary))),
        new("publish-by-design", "A summary and the plan are for everybody within three months, and progress is looked at after ten; the full report is not.", false, Adopted(today, Every, 270, 330,
            (Artefact.EvidenceNotes, AudienceRing.ReviewTeam, Extent.FullReport), (Artefact.Findings, AudienceRing.PartnershipHeads, Extent.FindingsOnly),
            (Artefact.Report, AudienceRing.Public, Extent.Summary), (Artefact.SummaryForLearning, AudienceRing.Public, Extent.Summary),
            (Artefact.Themes, AudienceRing.Public, Extent.ThemesAnonymised), (Artefact.WorkshopActions, AudienceRing.Public, Extent.Summary),
            (Artefact.CheckInLevels, AudienceRing.Public, Extent.Summary))),
    ]);

    private static AdoptProtocol Adopted(DateOnly today, Trigger[] triggers, int checkInFrom, int checkInTo, params (Artefact Artefact, AudienceRing Ring, Extent Extent)[] routes) => new(
        [.. routes.Select(route => new Route(route.Artefact, route.Ring, route.Extent))], triggers, ReviewDays: 2, WorkshopWithinSchoolDays: 15, checkInFrom, checkInTo,
        SafeguardingRoute.HeadteacherOrLadoIfAboutTheHead, DataRetentionYears: 6, EffectiveFrom: today, OccurredOn: today);
}

public static class ReadProtocolVariantsEndpoint
{
    /// <summary>Protocols to begin with, from the most sealed to the most open, each a ready body for adopting it today. None of them is in force until a partnership adopts and signs it.
    /// With format=csv or Accept: text/csv, as a file, a line for each route.</summary>
    [WolverineGet("/api/v1/protocol-variants")]
    public static Results<Ok<ProtocolVariants>, Csv<ProtocolVariant>> Get(string? format, HttpContext http, Acting acting)
    {
        var variants = ProtocolVariants.On(acting.Today);
        return http.Request.AsksForCsv(format) ? new Csv<ProtocolVariant>("protocol-variants", variants.Items) : TypedResults.Ok(variants);
    }
}
