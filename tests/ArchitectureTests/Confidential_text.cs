using System.Reflection;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Wolverine.Http;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>Confidential text leaves as <see cref="ShownText"/> or not at all; and only a <see cref="Reader"/> makes one.</summary>
public class Confidential_text(App app) : IClassFixture<App>
{
    [Fact]
    public void is_in_no_answer_and_on_no_page()
    {
        var answers = app.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<HttpChain>()?.ResourceType).OfType<Type>().ToList();
        var pages = House.Types.Where(type => type.IsAssignableTo(typeof(ComponentBase)))
            .SelectMany(page => page.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))).Select(property => property.PropertyType)).ToList();
        (answers.Count > 30 && pages.Count > 30).ShouldBeTrue();
        answers.Concat(pages).Distinct().Where(Holds).ShouldBeEmpty();
    }

    [Fact]
    public void positive_control_a_fact_given_whole_would_be_caught() => Holds(typeof(IReadOnlyDictionary<int, IReadOnlyList<(int, EnquiryAgreed)>>)).ShouldBeTrue();

    [Fact]
    public void is_shown_by_the_reader_alone()
    {
        typeof(ShownText).GetConstructors().ShouldBeEmpty();
        typeof(ShownText).Assembly.IsDefined(typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute)).ShouldBeFalse();
        typeof(ShownText).Assembly.GetTypes().Where(MakesOne).ShouldBe([typeof(Reader)], "and this is the positive control: the reader is found");
    }

    private static bool Holds(Type type) => Reached(type, []).Contains(typeof(ConfidentialText));

    private static HashSet<Type> Reached(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) return seen;
        foreach (var part in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>()) Reached(part, seen);
        if (type.Assembly.GetName().Name!.StartsWith("EssexImprovement.", StringComparison.Ordinal))
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)) Reached(property.PropertyType, seen);
        return seen;
    }

    // 0x73 is newobj; the record's own clone is no way to make another text.
    private static bool MakesOne(Type type) => type != typeof(ShownText) && type
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(method => method.GetMethodBody()?.GetILAsByteArray() ?? [])
        .Any(code => Enumerable.Range(0, Math.Max(0, code.Length - 4)).Any(at => code[at] == 0x73
            && typeof(ShownText).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Any(maker => maker.MetadataToken == BitConverter.ToInt32(code, at + 1))));
}
