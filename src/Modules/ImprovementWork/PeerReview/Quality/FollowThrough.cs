namespace EssexImprovement.ImprovementWork;

/// <summary>Whether something followed a review: its workshop and its check-in, each held, still to come, or not held in time.</summary>
public sealed record FollowThrough(bool WorkshopHeld, bool WorkshopMissed, bool CheckInHeld, bool CheckInMissed)
{
    public static FollowThrough Of(ImprovementWorkshop? workshop, CheckIn? checkIn, DateOnly today)
    {
        var (held, lookedBack) = (workshop?.Held is not null, checkIn?.Held.Count > 0);
        return new(
            held, !held && (workshop?.Overdue is not null || workshop?.Due?.By < today),
            lookedBack, !lookedBack && (checkIn?.Missed is not null || checkIn?.Due?.To < today));
    }
}
