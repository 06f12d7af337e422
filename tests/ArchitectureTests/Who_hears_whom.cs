using System.Reflection;
using EssexImprovement.Contracts;
using JasperFx.Events;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Who_hears_whom
{
    /// <summary>A room hears a fact when one of its states folds it, its projections evolve with it, or a handler takes it. Read from the code, so a new dependency is a line in review.</summary>
    [Fact]
    public void is_as_approved() => string.Join('\n', House.Rooms.SelectMany(Heard).Distinct().Order(StringComparer.Ordinal)).ShouldMatchApproved("who-hears-whom.txt");

    [Fact]
    public void History_appends_nothing()
    {
        var history = House.Projects["src/History"];
        history.GetTypes().SelectMany(Methods).Where(Appends).Select(method => $"{method.DeclaringType}.{method.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void positive_control_a_room_that_appends_would_be_caught() =>
        House.Projects["src/Modules/Partnerships"].GetTypes().SelectMany(Methods).Where(Appends).ShouldNotBeEmpty();

    private static IEnumerable<string> Heard(Assembly room) => room.GetTypes().SelectMany(type => Methods(type)
            .Where(method => method.Name is "Create" or "Apply" or "Handle" or "Evolve").SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
        .Select(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEvent<>) ? type.GetGenericArguments()[0] : type)
        .Where(type => type.IsAssignableTo(typeof(IFact)))
        .Select(fact => (Teller: fact.IsInterface ? "every room" : fact.Namespace!.Split('.')[^1], Fact: fact.Name))
        .Where(heard => "EssexImprovement." + heard.Teller != room.GetName().Name)
        .Select(heard => $"{room.GetName().Name!["EssexImprovement.".Length..],-22} hears {heard.Teller,-22} {heard.Fact}");

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static bool Appends(MethodInfo method) => Named(method.ReturnType).Contains("IStartStream", StringComparison.Ordinal) || Named(method.ReturnType).Contains("Wolverine.Marten.Events", StringComparison.Ordinal)
        || method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Marten.IDocumentSession)
            || parameter.GetCustomAttributes().Any(attribute => attribute.GetType().Name is "WriteModelAttribute" or "WriteAggregateAttribute"));

    private static string Named(Type type) => type.ToString();
}
