namespace EssexImprovement.ImprovementWork;

/// <summary>Deadlines count school days. Until the published term calendar is in the ledger, every Monday to Friday counts as one, holidays included.</summary>
public static class SchoolDays
{
    /// <summary>The last day of a deadline of so many school days that begins to run on the day after <paramref name="day"/>.</summary>
    public static DateOnly After(DateOnly day, int schoolDays)
    {
        while (schoolDays > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) schoolDays--;
        }
        return day;
    }
}
