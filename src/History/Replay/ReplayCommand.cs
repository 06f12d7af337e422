using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using JasperFx.CommandLine;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace EssexImprovement.History;

public sealed class ReplayInput : NetCoreInput
{
    [Description("The partnership's id")]
    public Guid PartnershipId { get; set; }

    [Description("Only what had happened by the end of this day, such as 2026-06-03")]
    [FlagAlias("occurred-up-to", true)]
    public string? OccurredUpToFlag { get; set; }

    [Description("Only what was recorded by the end of this day, such as 2026-06-03")]
    [FlagAlias("recorded-up-to", true)]
    public string? RecordedUpToFlag { get; set; }

    [Description("Answer as the API does, in JSON")]
    [FlagAlias("json", true)]
    public bool JsonFlag { get; set; }
}

/// <summary><c>replay PARTNERSHIP [--occurred-up-to DAY] [--recorded-up-to DAY] [--json]</c>: a partnership as it was, by the same fold as the page and the API.</summary>
[Description("Show a partnership as it was, on either clock", Name = "replay")]
public sealed class ReplayCommand : JasperFxAsyncCommand<ReplayInput>
{
    public override async Task<bool> Execute(ReplayInput input)
    {
        using var host = input.BuildHost();
        return await RunAsync(input, host.Services, AnsiConsole.Create(new()), CancellationToken.None);
    }

    public static async Task<bool> RunAsync(ReplayInput input, IServiceProvider services, IAnsiConsole console, CancellationToken token)
    {
        var (asOf, objection) = AsOf.Read(input.OccurredUpToFlag, input.RecordedUpToFlag);
        if (objection is not null) return console.Refuse(objection.Detail);
        await using var session = services.GetRequiredService<IDocumentStore>().QuerySession();
        var replayed = await ReplayedPartnership.ReadAsync(session, new(input.PartnershipId), asOf, token);
        if (replayed.FactsCounted + replayed.NotYetHappened.Count + replayed.NotYetKnown.Count == 0) return console.Refuse("No partnership is known by that identity.");
        if (input.JsonFlag) return console.Json(replayed, services);

        console.MarkupLineInterpolated($"[bold]{asOf.InWords()}[/]: {replayed.FactsCounted} facts counted.");
        console.Table(["What", "As it was"], replayed.Then.Select(line => new[] { line.What, line.Value }));
        if (replayed.Differences.Count > 0)
            console.Table(["What differs today", "Change", "As it was", "As known today"],
                replayed.Differences.Select(difference => new[] { difference.What, Words.Of(difference.Change), difference.Then ?? "", difference.Now ?? "" }));
        foreach (var (heading, left) in new[] { ("Not yet happened", replayed.NotYetHappened), ("Not yet known", replayed.NotYetKnown) })
            if (left.Count > 0)
                console.Table([$"{heading}: {left.Count}", "Happened", "Recorded"], left.Facts.Select(fact => new[] { fact.Heading, When.InWords(fact.OccurredOn), When.InWords(fact.RecordedAt) }));
        return true;
    }
}
