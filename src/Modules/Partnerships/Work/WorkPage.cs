using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Shell;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Http;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>What a partnership did together, newest first, for its page.</summary>
public sealed record WorkView(
    PartnershipId Id, string Name, bool TextWithheld, IReadOnlyList<IssueAsSeen> Issues, IReadOnlyList<MeetingAsSeen> Meetings, IReadOnlyList<VoiceAsSeen> Voices,
    IReadOnlyList<GrantAsSeen> Grants, IReadOnlyList<ResourceAsSeen> Resources, IReadOnlyList<PriorityAsSeen> Priorities, IReadOnlyList<AccountAsSeen> Accounts,
    IReadOnlyList<Urn> Schools, IReadOnlyDictionary<Urn, string> Names, TermCalendar Calendar)
{
    public static readonly HardWiredArea[] Areas = Enum.GetValues<HardWiredArea>();

    /// <summary>The last meetings, oldest first: what a picture holds.</summary>
    public IReadOnlyList<MeetingAsSeen> LastMeetings => [.. Meetings.Take(9).Reverse()];

    /// <summary>The last terms in which an issue was raised or something pooled, oldest first.</summary>
    public IReadOnlyList<SchoolTerm> Terms => [.. Issues.Select(issue => issue.OccurredOn).Concat(Resources.Select(resource => resource.OccurredOn)).Select(TermOf).Distinct().OrderBy(term => term.From).TakeLast(9)];

    public string NameOf(Urn urn) => Names.GetValueOrDefault(urn) ?? $"School {urn}";

    /// <summary>Whether somebody came for the school: "came", "away", or "not noted".</summary>
    public static string Came(MeetingAsSeen meeting, Urn urn)
    {
        var of = meeting.Attendance.Where(attendance => attendance.Urn == urn).ToList();
        return of.Count == 0 ? "not noted" : of.Any(attendance => attendance.Present) ? "came" : "away";
    }

    public int Count(HardWiredArea area, SchoolTerm term) => Issues.Count(issue => issue.Area == area && TermOf(issue.OccurredOn) == term) + Resources.Count(one => one.Area == area && TermOf(one.OccurredOn) == term);

    public HeatGrid Attendance => new([.. Schools.Select(NameOf)], [.. LastMeetings.Select(meeting => When.InWords(meeting.OccurredOn))],
        (row, column) => Came(LastMeetings[column], Schools[row]) is var came && came == "not noted" ? new(0, null) : new(came == "came" ? 3 : 0, came));

    public HeatGrid AreasByTerm => new([.. Areas.Select(area => Words.Sentence(Words.Of(area)))], [.. Terms.Select(InWords)],
        (row, column) => Count(Areas[row], Terms[column]) is var count && count == 0 ? new(0, "none") : new(count, $"{count}"));

    public static string InWords(SchoolTerm term) => $"{Words.Sentence(Words.Of(term.Term))} {AcademicYear.InWords(term.AcademicYear)}";

    private SchoolTerm TermOf(DateOnly day) => Calendar.Around(day).First();
}

public static class WorkPageEndpoint
{
    private static readonly Type[] Kinds =
        [.. WorkAsSeen.Issue, .. WorkAsSeen.Grant, .. AgreementsAsSeen.Priority, typeof(MeetingHeld), typeof(CommunityVoiceHeard), typeof(ResourcePooled), typeof(AnnualAccountPublished)];

    public static Objection? Validate(Partnership partnership, Acting acting) => partnership.MayBeKnownTo(acting) ? null : Objection.Unknown();

    /// <summary>What a partnership did together: issues and responses, meetings, voices, grants, pooled resources, the element chosen, accounts.</summary>
    [WolverineGet("/partnerships/{partnershipId}/work")]
    public static async Task<RazorComponentResult> Get([ReadModel] Partnership partnership, IQuerySession session, Reader reader, CancellationToken token)
    {
        var told = await OwnStream.ReadAsync(session, partnership, reader, token, Kinds);
        // Who left came while they belonged.
        var meetings = told.Meetings().NewestFirst();
        return new RazorComponentResult<WorkPage>(new
        {
            View = new WorkView(
                partnership.Id, partnership.Name, told.TextWithheld, told.Issues().NewestFirst(), meetings, told.Voices().NewestFirst(), told.Grants().NewestFirst(),
                told.Resources().NewestFirst(), told.Priorities().NewestFirst(), told.Accounts().NewestFirst(),
                [.. partnership.Members.MayKnow(reader.Acting.Today).Concat(meetings.SelectMany(meeting => meeting.Attendance.Select(one => one.Urn))).Distinct()], await partnership.NamesOfMembersAsync(session, token), await SchoolTerms.ReadAsync(session, token)),
        });
    }
}
