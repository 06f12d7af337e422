using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

/// <summary>Rings, extents and purposes of a release, as a head would say them.</summary>
public static class ReleaseInWords
{
    public static string Of(AudienceRing ring) => ring switch
    {
        AudienceRing.PeerGroupHeads => "Heads of the peer group",
        AudienceRing.HostGovernors => "Our chair of governors",
        AudienceRing.PartnershipHeads => "Heads of the partnership",
        AudienceRing.QuadrantAndBoard => "Quadrant chair and the board",
        AudienceRing.LaTrustDiocese => "Local authority, trust and diocese",
        AudienceRing.Public => "Everybody who can sign in",
        _ => "Host head and review team",
    };

    public static string Of(Extent extent) => extent switch
    {
        Extent.Summary => "A summary",
        Extent.FindingsOnly => "The findings",
        Extent.FullReport => "The whole report",
        _ => "Themes without school names",
    };

    public static string Of(ReleasePurpose purpose) => purpose switch
    {
        ReleasePurpose.Governors => "For our governors",
        ReleasePurpose.PartnershipLearning => "For learning in the partnership",
        ReleasePurpose.CategoryUse => "As evidence in a category round",
        ReleasePurpose.Scrutiny => "For outside scrutiny",
        ReleasePurpose.SupportRequest => "With a request for support",
        ReleasePurpose.PublicCelebration => "To celebrate in public",
        _ => "For a statutory request",
    };

    /// <summary>A wider ring includes the narrower ones: everybody who would see it, from the inside out.</summary>
    public static IReadOnlyList<string> AllIn(AudienceRing ring) =>
        [.. Enum.GetValues<AudienceRing>().Where(inner => inner is > AudienceRing.ReviewTeam && inner <= ring).Select(Of)];

    /// <summary>What may be released without a new consent: "You agreed that the whole report may go as far as: heads of the peer group.", a sentence for each route of a report.</summary>
    public static IReadOnlyList<string> Agreed(IReadOnlyList<Route> routes) =>
    [
        .. from route in routes
           where route.Artefact is Artefact.Report or Artefact.Findings or Artefact.SummaryForLearning && route.MaxRing > AudienceRing.ReviewTeam && MostOf(route) > Extent.ThemesAnonymised
           orderby MostOf(route) descending
           select $"You agreed that {Lower(Of(MostOf(route)))} may go as far as: {Lower(Of(route.MaxRing))}.",
    ];

    /// <summary>A report holds its findings and summary; findings are never the report.</summary>
    private static Extent MostOf(Route route) => (Extent)Math.Min((int)route.Extent, (int)(route.Artefact switch
    {
        Artefact.Report => Extent.FullReport,
        Artefact.Findings => Extent.FindingsOnly,
        _ => Extent.Summary,
    }));

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    public static IReadOnlyList<Option> Rings { get; } = [.. Enum.GetValues<AudienceRing>().Where(ring => ring > AudienceRing.ReviewTeam).Select(ring => new Option($"{ring}", Of(ring))
    {
        Hint = ring is AudienceRing.PeerGroupHeads or AudienceRing.Public ? null : "And those above",
    })];

    public static IReadOnlyList<Option> Extents { get; } =
    [
        new($"{Extent.Summary}", Of(Extent.Summary)) { Hint = "What the review was about and how many findings there are, not what they say" },
        new($"{Extent.FindingsOnly}", Of(Extent.FindingsOnly)) { Hint = "Every finding, with your school's view of it" },
        new($"{Extent.FullReport}", Of(Extent.FullReport)) { Hint = "The findings and the text of the report, never the notes of evidence" },
    ];

    public static IReadOnlyList<Option> Purposes { get; } = [.. Enum.GetValues<ReleasePurpose>().Select(purpose => new Option($"{purpose}", Of(purpose)))];
}
