using EssexImprovement.Contracts;
using EssexImprovement.History;
using JasperFx.Events;

namespace EssexImprovement.Tests;

/// <summary>Facts as the ledger hands them back, and every fact there is.</summary>
internal static class Recorded
{
    /// <summary>Every published fact, found by looking.</summary>
    public static IReadOnlyList<Type> AllFacts { get; } =
        [.. typeof(IFact).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IFact))).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    /// <summary>The fact at a place in the ledger, recorded on a day at noon.</summary>
    public static IEvent As(this object fact, long sequence, DateOnly on)
    {
        var e = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(fact.GetType()), fact)!;
        e.Id = new Guid((int)sequence, 0, 0, new byte[8]);
        e.Sequence = e.Version = sequence;
        e.Timestamp = new DateTimeOffset(on.ToDateTime(new(12, 0)), TimeSpan.Zero);
        e.EventTypeName = StoredName(fact.GetType());
        return e;
    }

    public static TimelineEntry Entry(object fact, long sequence = 1, DateOnly? on = null) => TimelineEntry.Of(fact.As(sequence, on ?? ((IFact)fact).OccurredOn));

    /// <summary>The stored name a fact has by convention; a test of the house holds each room to it.</summary>
    public static string StoredName(Type fact) =>
        string.Concat(fact.Name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
