namespace EssexImprovement.Tests;

/// <summary>A clock that runs, and that a test sets forward.</summary>
public sealed class MovedClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    /// <summary>Sets it to noon of the day in London, or thereabouts.</summary>
    public void Reach(DateOnly day) => _ahead = new DateTimeOffset(day.ToDateTime(new(12, 0)), TimeSpan.Zero) - System.GetUtcNow();
}
