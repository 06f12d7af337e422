using System.Reflection;
using Shouldly;
using Wolverine.Http;
using Xunit;

namespace EssexImprovement.Tests;

public class Names
{
    private static readonly string[] Vague = ["Manager", "Service", "Helper", "Util", "Utils", "Repository", "Dto", "Impl"];

    [Fact]
    public void no_type_has_a_vague_name() => Vaguely(House.Types.Select(type => type.Name)).ShouldBeEmpty();

    [Fact]
    public void positive_control_a_vague_name_would_be_caught() => Vaguely(["PartnershipManager"]).ShouldHaveSingleItem();

    [Fact]
    public void whatever_has_a_route_or_handles_is_public()
    {
        var doors = House.Types.Where(IsADoor).ToList();
        doors.Count.ShouldBeGreaterThan(20);
        doors.Where(type => !type.IsVisible).ShouldBeEmpty("Wolverine does not see it and answers 404");
    }

    [Fact]
    public void positive_control_a_hidden_door_would_be_caught() => IsADoor(typeof(HiddenEndpoint)).ShouldBeTrue();

    [Fact]
    public void a_command_begins_with_a_verb_that_says_something() =>
        House.Types.Where(type => type.IsAssignableTo(typeof(Contracts.ICommand)))
            .Where(type => new[] { "Set", "Update", "Change", "Save", "Process" }.Any(verb => type.Name.StartsWith(verb, StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void every_type_stands_in_the_namespace_of_its_project() =>
        House.Projects.Values.SelectMany(assembly => assembly.GetExportedTypes().Where(type => !Home(assembly, type))).Select(type => type.FullName).ShouldBeEmpty();

    private static bool Home(Assembly assembly, Type type) => type.Namespace is null || type.Namespace == assembly.GetName().Name
        || (assembly.GetName().Name == "EssexImprovement.Contracts" && type.Namespace.StartsWith("EssexImprovement.Contracts.", StringComparison.Ordinal))
        || type.Namespace.StartsWith("Internal.Generated", StringComparison.Ordinal) || type.Name.Contains("Evolver", StringComparison.Ordinal);

    private static IEnumerable<string> Vaguely(IEnumerable<string> names) => names.Where(name => Vague.Any(word => name.EndsWith(word, StringComparison.Ordinal)));

    private static bool IsADoor(Type type) => type.Name.EndsWith("Handler", StringComparison.Ordinal)
        || type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance).Any(method => method.GetCustomAttributes<WolverineHttpMethodAttribute>().Any());

    private static class HiddenEndpoint
    {
        [WolverineGet("/hidden")]
        public static string Get() => "unseen";
    }
}
