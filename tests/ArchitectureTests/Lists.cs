using System.Reflection;
using EssexImprovement.Shell;
using Microsoft.AspNetCore.Http.HttpResults;
using Shouldly;
using Wolverine.Http;
using Xunit;

namespace EssexImprovement.Tests;

public class Lists
{
    private static IReadOnlyList<MethodInfo> All { get; } = [.. House.Types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).Where(method =>
        method.GetCustomAttribute<WolverineGetAttribute>() is { } route && route.Template.StartsWith("/api/", StringComparison.Ordinal) && Answers(method).Any(IsAList))];

    /// <summary>A list is what answers items; whoever reads it as JSON may have it as a file.</summary>
    [Fact]
    public void are_files_too()
    {
        All.Count.ShouldBeGreaterThan(20);
        All.Where(IsNoFile).Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ShouldBeEmpty("a list answers Csv<...> for format=csv");
    }

    [Fact]
    public void positive_control_one_that_is_no_file_would_be_caught() => IsNoFile(typeof(Lists).GetMethod(nameof(OnlyJson), BindingFlags.NonPublic | BindingFlags.Static)!).ShouldBeTrue();

    private static bool IsAList(Type type) => type.GetProperty("Items") is not null;

    private static bool IsNoFile(MethodInfo method) => !Answers(method).Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Csv<>));

    /// <summary>What a method may answer, out of its tasks, results and Ok.</summary>
    private static IEnumerable<Type> Answers(MethodInfo method) => Within(method.ReturnType);

    private static IEnumerable<Type> Within(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(Ok<>) || type.Name.StartsWith("Results`", StringComparison.Ordinal)))
            ? type.GetGenericArguments().SelectMany(Within) : [type];

    private static Task<SomeList> OnlyJson() => Task.FromResult(new SomeList([]));

    private sealed record SomeList(IReadOnlyList<string> Items);
}
