using System.Reflection;
using EssexImprovement.Contracts;
using JasperFx.Events;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public class Facts(App app) : IClassFixture<App>
{
    private static readonly Type[] Permitted = [typeof(int), typeof(long), typeof(string), typeof(bool), typeof(DateOnly), typeof(Guid), typeof(Urn), typeof(ConfidentialText)];

    [Fact]
    public void are_sealed_records()
    {
        House.Facts.Count.ShouldBeGreaterThan(30);
        foreach (var fact in House.Facts)
        {
            fact.IsSealed.ShouldBeTrue(fact.Name);
            fact.GetMethod("<Clone>$").ShouldNotBeNull(fact.Name);
        }
    }

    [Fact]
    public void hold_only_what_the_ledger_can_keep_exactly() => House.Facts.SelectMany(fact => Unfit(fact, fact.Name)).ShouldBeEmpty();

    [Fact]
    public void positive_control_a_fraction_would_be_caught() => Unfit(typeof(WithAFraction), nameof(WithAFraction)).ShouldHaveSingleItem();

    private sealed record WithAFraction(DateOnly OccurredOn, decimal Days) : IFact;

    [Fact]
    public void have_the_stored_names_that_were_approved()
    {
        var names = StoredNames();
        string.Join('\n', House.Facts.Select(fact => $"{names[fact],-34} {fact.FullName!["EssexImprovement.Contracts.".Length..]}").Order(StringComparer.Ordinal))
            .ShouldMatchApproved("facts.txt");
    }

    [Fact]
    public void are_named_explicitly_in_the_past_tense()
    {
        var names = StoredNames();
        foreach (var fact in House.Facts)
            names[fact].ShouldBe(Snake(fact.Name), "the stored name is fixed by MapEventType and says what the type says");
        House.Facts.Where(fact => new[] { "Set", "Update", "Change", "Save", "Process" }.Any(verb => fact.Name.StartsWith(verb, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void read_back_from_the_approved_samples()
    {
        var json = app.Host.Services.GetRequiredService<IDocumentStore>().Options.Serializer();
        foreach (var fact in House.Facts)
        {
            var sample = json.ToCleanJson(Sample.Of(fact));
            System.Text.Json.Nodes.JsonNode.Parse(sample)!.ToJsonString(new() { WriteIndented = true }).ShouldMatchApproved($"facts/{fact.Namespace!.Split('.')[^1]}.{fact.Name}.json");
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sample));
            json.ToCleanJson(json.FromJson(fact, stream)).ShouldBe(sample, fact.Name);
        }
    }

    private Dictionary<Type, string> StoredNames() => app.Host.Services.GetRequiredService<IDocumentStore>().Options.Events.AllKnownEventTypes()
        .Where(known => House.Facts.Contains(known.EventType)).ToDictionary(known => known.EventType, known => known.EventTypeName);

    private static IEnumerable<string> Unfit(Type type, string path) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Unfit(property, path));

    private static IEnumerable<string> Unfit(PropertyInfo property, string path)
    {
        var type = property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) type = type.GetGenericArguments()[0];
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || Permitted.Contains(type) || Identity.Is(type)) return [];
        return type.Assembly == typeof(IFact).Assembly && type.GetMethod("<Clone>$") is not null ? Unfit(type, $"{path}.{property.Name}") : [$"{path}.{property.Name}: {type.Name}"];
    }

    private static string Snake(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
