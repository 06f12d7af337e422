using System.Reflection;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>What peers say to each other stays among peers (B.7, IMP-30): a concern never becomes a signal, a category or word to an authority. So nobody hears one: no room folds a concern's
/// facts but the one that keeps it, and nothing anywhere reacts to one. History tells facts of every partnership, and appends nothing.</summary>
public class Concerns
{
    [Fact]
    public void among_peers_start_nothing() => House.Rooms.SelectMany(room => room.GetTypes()).Where(Hears).Select(type => type.FullName).ShouldBe([typeof(EssexImprovement.ImprovementWork.PeerConcern).FullName]);

    [Fact]
    public void positive_control_a_signal_raised_by_a_concern_would_be_caught() => (Hears(typeof(WhenConcernRaisedSignalHandler)) && Hears(typeof(CategoryAfterConcern))).ShouldBeTrue();

    /// <summary>By any of the ways to hear: folding, projecting, handling; the fact itself, its envelope, or what all of them are.</summary>
    private static bool Hears(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.Name is "Create" or "Apply" or "Evolve" or "Project" or "Handle" or "HandleAsync" or "Consume" or "ConsumeAsync").SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.ParameterType).Select(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEvent<>) ? type.GetGenericArguments()[0] : type)
        .Any(type => type.IsAssignableTo(typeof(IConcernFact)));

    private static class WhenConcernRaisedSignalHandler
    {
        public static void Handle(IEvent<ConcernRaised> heard) => _ = heard;
    }

    private static class CategoryAfterConcern
    {
        public static void Apply(IConcernFact fact) => _ = fact;
    }
}
