using System.Reflection;
using System.Text.Json;
using EssexImprovement.Contracts;
using JasperFx.Events;
using Shouldly;

namespace EssexImprovement.Tests;

/// <summary>Given these facts, when this command, then those facts, an objection or nothing.</summary>
public static class Given
{
    /// <summary>The state that the production fold makes of the facts; null when there are none.</summary>
    public static Given<TState> Facts<TState>(params object[] facts) where TState : class => new(Fold<TState>(null, facts));

    internal static TState? Fold<TState>(TState? state, IEnumerable<object> facts) where TState : class =>
        facts.Aggregate(state, (current, fact) => current is null ? Call<TState>("Create", null, fact) : Call<TState>("Apply", current, fact) ?? current);

    private static TState? Call<TState>(string name, object? on, object fact) where TState : class =>
        fact is IEvent e ? Invoke<TState>(name, on, typeof(IEvent<>).MakeGenericType(e.EventType), e)
            : Invoke<TState>(name, on, fact.GetType(), fact) ?? Invoke<TState>(name, on, typeof(IEvent<>).MakeGenericType(fact.GetType()), RecordedOn(((IFact)fact).OccurredOn, fact));

    private static TState? Invoke<TState>(string name, object? on, Type told, object fact) where TState : class =>
        (TState?)typeof(TState).GetMethod(name, BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance, [told])?.Invoke(on, [fact]);

    /// <summary>A fact as the ledger tells it that was recorded on this day, for a fold that asks when.</summary>
    public static IEvent RecordedOn(DateOnly day, object fact)
    {
        var e = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(fact.GetType()), fact)!;
        e.Timestamp = new(day, new(12, 0), TimeSpan.Zero);
        return e;
    }

    internal static string Words(object value) => JsonSerializer.Serialize(value, value.GetType(), Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}

/// <summary>The state a command meets.</summary>
public sealed class Given<TState>(TState? state) where TState : class
{
    /// <summary>The state itself, for a look inside.</summary>
    public TState State => state ?? throw new InvalidOperationException("No facts were given.");

    /// <summary>Asks the decider: first what it objects to, then, if nothing, what it decides (one fact or several).</summary>
    public When<TState> When(Func<TState, Objection?> objection, Func<TState, object> decide) => new(State, objection, decide);
}

/// <summary>A command put to a state.</summary>
public sealed class When<TState>(TState state, Func<TState, Objection?> objection, Func<TState, object> decide) where TState : class
{
    /// <summary>These facts follow, and the same command a second time is an objection or decides nothing.</summary>
    public TState Then(params object[] expected)
    {
        objection(state).ShouldBeNull();
        var facts = FactsOf(decide(state));
        facts.Select(Given.Words).ShouldBe(expected.Select(Given.Words));
        return Twice(facts);
    }

    /// <summary>Something follows that passes these checks, and the same command a second time is an objection or decides nothing.</summary>
    public TState Then<TFact>(Action<TFact> checks)
    {
        objection(state).ShouldBeNull();
        var facts = FactsOf(decide(state));
        checks(facts.ShouldHaveSingleItem().ShouldBeOfType<TFact>());
        return Twice(facts);
    }

    /// <summary>The rule objects, and nothing is decided.</summary>
    public Objection ThenObjection(string rule, string? field = null)
    {
        var objected = objection(state).ShouldNotBeNull($"rule {rule} should object");
        objected.Rule.ShouldBe(rule, objected.Detail);
        if (field is not null) objected.Field.ShouldBe(field);
        return objected;
    }

    /// <summary>Nothing is objected to and nothing follows.</summary>
    public void ThenNothing()
    {
        objection(state).ShouldBeNull();
        FactsOf(decide(state)).ShouldBeEmpty();
    }

    /// <summary>Nothing is objected to: the allowed case of a rule.</summary>
    public void ThenAllowed() => objection(state).ShouldBeNull();

    private TState Twice(IReadOnlyList<object> facts)
    {
        var after = Given.Fold(state, facts)!;
        if (objection(after) is null) FactsOf(decide(after)).ShouldBeEmpty("the same command twice is an objection or nothing");
        return after;
    }

    private static IReadOnlyList<object> FactsOf(object decided) => decided is IEnumerable<object> several ? [.. several] : [decided];
}
