namespace EssexImprovement.Partnerships;

/// <summary>How long before it leaves a school says so (PRT-5): by 30 September, inclusive, for the following 1 April. A threshold is a policy with a version: a later one counts for
/// notices given from then on, never for those that stand.</summary>
public static class NoticePolicy
{
    public const int Version = 1;

    /// <summary>The earliest last day of membership for a notice given on the day.</summary>
    public static DateOnly EarliestLeaving(DateOnly noticeGivenOn)
    {
        var lastDayOfNotice = new DateOnly(noticeGivenOn.Year, 9, 30);
        return new(noticeGivenOn.Year + (noticeGivenOn <= lastDayOfNotice ? 1 : 2), 4, 1);
    }
}
