using EssexImprovement.Contracts;
using EssexImprovement.Shell;
using Marten;

namespace EssexImprovement.History;

/// <summary>A partnership's history as its page shows it: newest first, with the whole of it as a strip above the list.</summary>
public sealed record TimelineView(
    PartnershipAt Partnership, TimelineQuestion Question, IReadOnlyList<StageBand> StageBands, IReadOnlyList<TimelineLine> Lines, int Shown, DateOnly Today)
{
    public const int PageSize = 50;

    /// <summary>True for whoever may see who has looked.</summary>
    public bool MayLookAtLooks { get; init; }

    public int Last => Math.Max(1, (Lines.Count + PageSize - 1) / PageSize);

    public IEnumerable<TimelineLine> OnThisPage => Lines.Skip((Shown - 1) * PageSize).Take(PageSize);

    public string Address(int page) => Question.Address($"/partnerships/{Partnership.Id}", ("page", page == 1 ? null : $"{page}"));

    public static async Task<TimelineView> ReadAsync(
        IQuerySession session, PartnershipAt partnership, TimelineQuestion question, int? page, Acting acting, CancellationToken token)
    {
        var (entries, stages, planned) = await Gathered.ReadAsync(session, partnership.Id, async history => (
            await history.EntriesAsync(question.Narrow, token),
            await history.EntriesAsync(all => question.AsOf.Narrow(all).Where(entry => entry.Stage != null), token),
            await history.EntriesAsync(HostsOfReviews.Planned, token)), token);
        var hosts = HostsOfReviews.Of(planned);
        var schools = await SchoolNames.OfAsync(session, [.. entries, .. planned], question.AsOf, token);
        var view = new TimelineView(partnership, question, StageBand.Of(stages), [.. entries.InOrderOfHappening().Reverse().Select(entry => TimelineLine.Of(entry, schools, stages, hosts))], 1, acting.Today)
        {
            MayLookAtLooks = PartnershipLooks.NotFor(partnership, acting) is null,
        };
        return view with { Shown = Math.Clamp(page ?? 1, 1, view.Last) };
    }

    /// <summary>The drawing above the list: a lane for each room, the stages behind, and a bar for each review from its first fact to its last.</summary>
    public Strip Strip()
    {
        var first = Lines.Count > 0 ? Lines[^1].OccurredOn : Today;
        var last = Question.AsOf.OccurredUpTo ?? (Lines.Count > 0 && Lines[0].OccurredOn > Today ? Lines[0].OccurredOn : Today);
        if (last <= first) last = first.AddDays(1); // A day alone has no length to draw.
        var lanes = Lines.Index().GroupBy(line => line.Item.Lane).OrderBy(lane => lane.Key, StringComparer.Ordinal)
            .Select(lane => new Lane(NameOf(lane.Key), [.. lane.Select(line => new Mark(line.Item.OccurredOn, KindOf(line.Item.Fact), line.Item.Heading, HrefOf(line.Index)))])
            {
                Spans = [.. lane.Where(line => line.Item.Details.ContainsKey("reviewId")).GroupBy(line => line.Item.Details["reviewId"]).Select(SpanOf)],
            });
        return new([.. lanes], [.. StageBands.Select(band => new Band(Phrase.Of(band.Stage), band.From, band.To))], first, last, Today)
        {
            ListHref = (lane, from, to) => (Question with { Lane = FactTypes.Lanes.Single(name => NameOf(name) == lane.Name), From = from, AsOf = Question.AsOf with { OccurredUpTo = to } })
                .Address($"/partnerships/{Partnership.Id}") + "#timeline",
        };
    }

    /// <summary>A lane as people say it: "Improvement work".</summary>
    public static string NameOf(string lane) => Words.Sentence(lane.Replace('-', ' '));

    // Newest first: the last of a group is where it began.
    private Span SpanOf(IEnumerable<(int Index, TimelineLine Item)> review)
    {
        var lines = review.ToList();
        var ended = lines[0].Item.Fact == "report_released" ? lines[0].Item.OccurredOn : (DateOnly?)null;
        return new(lines[^1].Item.OccurredOn, ended, lines[^1].Item is { Fact: "review_planned", Heading: var heading } ? heading.Replace(" planned", "", StringComparison.Ordinal) : "A review", HrefOf(lines[^1].Index));
    }

    private string HrefOf(int index) => index / PageSize + 1 is var page && page == Shown ? $"#{Anchor(Lines[index])}" : $"{Address(page)}#{Anchor(Lines[index])}";

    public static string Anchor(TimelineLine line) => $"entry-{line.Sequence}";

    private static MarkKind KindOf(string fact) => fact switch
    {
        "decision_made" or "stage_confirmed" => MarkKind.Decision,
        "evidence_recorded" or "evidence_cited" or "finding_agreed" => MarkKind.Evidence,
        _ => MarkKind.Record,
    };
}
