using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using JasperFx.CommandLine;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace EssexImprovement.History;

public sealed class TraceInput : NetCoreInput
{
    [Description("The decision's id")]
    public Guid DecisionId { get; set; }

    [Description("Answer as the API does, in JSON")]
    [FlagAlias("json", true)]
    public bool JsonFlag { get; set; }
}

/// <summary><c>trace DECISION [--json]</c>: verdict first. Whoever runs the service sees structure; reasons and questions stay with those they concern. Fails when something
/// does not match, so that a script notices.</summary>
[Description("Trace a decision to its evidence and check every fingerprint", Name = "trace")]
public sealed class TraceCommand : JasperFxAsyncCommand<TraceInput>
{
    public override async Task<bool> Execute(TraceInput input)
    {
        using var host = input.BuildHost();
        return await RunAsync(input, host.Services, AnsiConsole.Create(new()), CancellationToken.None);
    }

    public static async Task<bool> RunAsync(TraceInput input, IServiceProvider services, IAnsiConsole console, CancellationToken token)
    {
        await using var session = services.GetRequiredService<IDocumentStore>().QuerySession();
        var decision = new DecisionId(input.DecisionId);
        if (await ReadTraceEndpoint.LoadAsync(decision, session, token) is not { } partnership) return console.Refuse("No decision is known by that identity.");
        var trace = await Tracing.ReadAsync(session, decision, partnership, Reader.Nobody, token);
        var sound = trace.Verdict.Finding != TraceFinding.ProblemFound;
        if (input.JsonFlag) return console.Json(trace, services) && sound;

        console.MarkupLineInterpolated($"[bold]{trace.Verdict.Sentence}[/]");
        foreach (var problem in trace.Verdict.Problems.Skip(1)) console.WriteLine(Words.Sentence(problem));
        console.Table(["The decision", ""],
        [
            ["About", Words.Of(trace.Kind)], ["Answers", Words.Of(trace.Direction)], ["Body", Words.Of(trace.Body)], ["State", Words.Of(trace.State)],
            ["Opened", $"{When.InWords(trace.Opened.OccurredOn)}, recorded {When.InWords(trace.Opened.RecordedAt)} by {Phrase.By(trace.Opened.Capacity)}"],
            .. trace.Made is not { } made ? [] : new string[][]
            {
                ["Made", $"{When.InWords(made.Made.OccurredOn)}, recorded {When.InWords(made.Made.RecordedAt)} by {Phrase.By(made.Made.Capacity)}"],
                ["Outcome", $"{Words.Of(made.Outcome)}, option {made.Option}; {made.Votes.For} for, {made.Votes.Against} against, {made.Votes.Abstain} abstaining"],
                ["Present", string.Join(", ", made.Present.Select(person => Words.Of(person.Capacity)))],
            },
        ]);
        console.Table(["Evidence", "Stream and version", "Recorded", "Before the decision", "Verdict", "Why the body could see it"], trace.Citations.Select(citation => new[]
        {
            Narration.Title(citation.Fact), $"{citation.StreamId} {citation.Version}", citation.RecordedAt is { } at ? When.InWords(at) : "",
            citation.RecordedBeforeDecision switch { true => "yes", false => "no", null => "" }, Words.Of(citation.Verdict), citation.Seen?.InWords() ?? "",
        }));
        foreach (var change in trace.Verdict.Changes) console.WriteLine($"Basis changed: {change}");
        if (trace.Later.Count > 0)
            console.Table(["Recorded afterwards about the evidence", "Recorded"], trace.Later.Select(fact => new[] { fact.Title, When.InWords(fact.RecordedAt) }));
        if (trace.LedTo.Count > 0) console.Table(["Led to", "On"], trace.LedTo.Select(line => new[] { line.Heading, When.InWords(line.OccurredOn) }));
        return sound;
    }
}
