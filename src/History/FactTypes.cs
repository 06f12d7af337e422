using System.Text.Json;
using EssexImprovement.Contracts;
using JasperFx.Core;

namespace EssexImprovement.History;

/// <summary>The facts that belong to a partnership's history, found by what they are: a new fact is on the timeline the day it is written.</summary>
public static class FactTypes
{
    public static IReadOnlyList<Type> OfPartnerships { get; } =
        [.. typeof(IPartnershipFact).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IPartnershipFact)))];

    /// <summary>Their stored names, which a test of the house holds to this convention.</summary>
    public static IReadOnlyList<string> Told { get; } = [.. OfPartnerships.Select(type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name))];

    /// <summary>The lanes of the timeline: one for each room that tells such a fact.</summary>
    public static IReadOnlyList<string> Lanes { get; } = [.. OfPartnerships.Select(LaneOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The room that tells this fact, as it is written in an address: <c>improvement-work</c>.</summary>
    public static string LaneOf(Type fact) => fact.Namespace!.Split('.')[^1].SplitPascalCase().Replace(' ', '-').ToLowerInvariant();
}
