using EssexImprovement.Contracts;
using Wolverine;

namespace EssexImprovement.ImprovementWork;

/// <summary>Messages of the service to itself about a day that comes. They wait in the ledger's own database, so that a restart loses none.</summary>
internal static class Deadline
{
    /// <summary>The message, when the day is over in Europe/London: at once if it is.</summary>
    public static OutgoingMessages After(DateOnly day, object message, TimeProvider clock)
    {
        var over = London.BeginningOf(day.AddDays(1));
        var messages = new OutgoingMessages();
        if (over <= clock.GetUtcNow()) messages.Add(message);
        else messages.Schedule(message, over);
        return messages;
    }
}
