namespace EssexImprovement.Contracts;

/// <summary>Audiences and extents as a head reads them before and after a release.</summary>
public static class RingsInWords
{
    /// <summary>Who stands in the ring: "the headteachers of this partnership".</summary>
    public static string InWords(this AudienceRing ring) => ring switch
    {
        AudienceRing.HostHead => "the host school's headteacher",
        AudienceRing.ReviewTeam => "the review team",
        AudienceRing.PeerGroupHeads => "the headteachers who review together",
        AudienceRing.HostGovernors => "the host school's chair of governors",
        AudienceRing.PartnershipHeads => "the headteachers of this partnership",
        AudienceRing.QuadrantAndBoard => "the quadrant's chair and the board",
        AudienceRing.LaTrustDiocese => "the local authority, trust or diocese",
        _ => "everybody who can sign in",
    };

    /// <summary>What is seen: "a summary: how many findings of each kind".</summary>
    public static string InWords(this Extent extent) => extent switch
    {
        Extent.ThemesAnonymised => "themes of several reviews, no school named",
        Extent.Summary => "a summary: how many findings of each kind",
        Extent.FindingsOnly => "the findings in full words",
        _ => "the whole report",
    };
}
