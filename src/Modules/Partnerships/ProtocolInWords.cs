using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>What a protocol says, in the words of those who sign it.</summary>
public static class ProtocolInWords
{
    public static string Of(AudienceRing ring) => ring switch
    {
        AudienceRing.HostHead => "the host school's headteacher",
        AudienceRing.ReviewTeam => "the review team",
        AudienceRing.PeerGroupHeads => "the headteachers who review together",
        AudienceRing.HostGovernors => "the host school's chair of governors",
        AudienceRing.PartnershipHeads => "the headteachers of this partnership",
        AudienceRing.QuadrantAndBoard => "the quadrant's chair and the board",
        AudienceRing.LaTrustDiocese => "the local authority, trust or diocese",
        _ => "everybody",
    };

    public static string Of(Extent extent) => extent switch
    {
        Extent.ThemesAnonymised => "themes of several reviews, no school named",
        Extent.Summary => "a summary",
        Extent.FindingsOnly => "the findings",
        _ => "every word",
    };

    public static string Of(Trigger trigger) => trigger switch
    {
        Trigger.Workshop => "an improvement workshop",
        Trigger.HostPlan => "the host school's own plan",
        Trigger.SupportRequestByHost => "a request for support, made by the host school",
        Trigger.JointProject => "a joint project",
        Trigger.PracticeOffer => "an offer to share practice",
        _ => "a follow-up review",
    };

    public static string Of(SafeguardingRoute route) => route switch
    {
        SafeguardingRoute.Lado => "to the local authority designated officer",
        _ => "to the headteacher; to the local authority designated officer when it is about the headteacher",
    };
}
