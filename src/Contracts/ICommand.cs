namespace EssexImprovement.Contracts;

/// <summary>A wish to record something that happened on a day. Every command keeps the rules about that day (XCT-1, XCT-7).</summary>
public interface ICommand
{
    /// <summary>The day the thing itself happened, in Europe/London.</summary>
    DateOnly OccurredOn { get; }
}

/// <summary>Why something is recorded more than 30 days after it happened (XCT-7). A list, not free text: it is kept in clear beside the fact.</summary>
public enum LatenessReason
{
    /// <summary>It was on paper or in shared documents before the partnership used this service.</summary>
    EnteredFromEarlierRecord,

    /// <summary>The person who records it heard of it late.</summary>
    HeardLate,

    /// <summary>The service or the network was not available.</summary>
    ServiceUnavailable,

    /// <summary>It was overlooked at the time.</summary>
    Overlooked,
}

/// <summary>The rules every command keeps about the day it names.</summary>
public static class TheDay
{
    /// <summary>Facts recorded up to this many days after they happened, inclusive, need no reason; later ones do (XCT-7).</summary>
    public const int DaysWithoutReason = 30;

    /// <summary>XCT-1 when the day is after <paramref name="today"/>; XCT-7 when it is more than 30 days ago and no reason is given.</summary>
    public static Objection? Objection(ICommand command, DateOnly today, LatenessReason? lateness) =>
        command.OccurredOn > today
            ? new("XCT-1", $"{command.OccurredOn:d MMMM yyyy} has not come yet; a fact is recorded on its day or later.", "occurredOn")
        : command.OccurredOn < Earliest
            ? new("XCT-1", $"{command.OccurredOn:d MMMM yyyy} is before any partnership this ledger could hold.", "occurredOn")
        : today.DayNumber - command.OccurredOn.DayNumber > DaysWithoutReason && lateness is null
            ? new("XCT-7", $"This happened {today.DayNumber - command.OccurredOn.DayNumber} days ago. Say why it is recorded so late.", "Lateness-Reason")
        : null;

    private static readonly DateOnly Earliest = new(1988, 1, 1);
}
