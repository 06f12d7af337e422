using EssexImprovement.Contracts;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Commands
{
    private static IReadOnlyList<Type> All { get; } = [.. House.Types.Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(ICommand)))];

    [Fact]
    public void ask_who_acts_before_anything_is_decided()
    {
        All.Count.ShouldBeGreaterThan(30);
        All.Where(NeverAsks).Select(type => type.Name).ShouldBeEmpty("XCT-4: a command has an Objection(...) that takes who acts");
    }

    [Fact]
    public void positive_control_one_that_never_asks_would_be_caught() => NeverAsks(typeof(DrinkTea)).ShouldBeTrue();

    private static bool NeverAsks(Type type) =>
        !type.GetMethods().Any(method => method.Name == "Objection" && method.ReturnType == typeof(Objection) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Acting)));

    private sealed record DrinkTea(DateOnly OccurredOn) : ICommand
    {
        public Objection? Objection(DateOnly today) => OccurredOn > today ? new("XCT-1", "Not yet.") : null;
    }
}
