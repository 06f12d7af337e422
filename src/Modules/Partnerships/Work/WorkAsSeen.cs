using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>A meeting as this reader sees it; each matter is null where they see structure only.</summary>
public sealed record MeetingAsSeen(
    DateOnly OccurredOn, Term Term, IReadOnlyList<Attendance> Attendance, IReadOnlyList<ShownText?> Matters, IReadOnlyList<IssueId> IssuesRaised, IReadOnlyList<DecisionId> DecisionsReferred);

/// <summary>What schools agreed to do about an issue, as this reader sees it.</summary>
public sealed record ResponseAsSeen(ShownText? What, IReadOnlyList<Urn> Who, DateOnly By, DateOnly OccurredOn);

/// <summary>An issue and what was agreed about it, as this reader sees it.</summary>
public sealed record IssueAsSeen(IssueId IssueId, HardWiredArea Area, ShownText? Text, DateOnly OccurredOn, IReadOnlyList<ResponseAsSeen> Responses);

/// <summary>A voice that was heard, as this reader sees it.</summary>
/// <param name="Voice">Whose.</param>
/// <param name="Count">How many people.</param>
/// <param name="Activity">How they were heard; null where this reader sees structure only, as the texts after it.</param>
/// <param name="WhatWeHeard">What they said.</param>
/// <param name="WhatChanged">What changed because of it.</param>
/// <param name="SomethingChanged">True when something did.</param>
/// <param name="OccurredOn">The day.</param>
public sealed record VoiceAsSeen(Voice Voice, int Count, ShownText? Activity, ShownText? WhatWeHeard, ShownText? WhatChanged, bool SomethingChanged, DateOnly OccurredOn);

/// <summary>What was spent of a grant, as this reader sees it.</summary>
public sealed record SpendingAsSeen(long SpentPence, ShownText? OnWhat, DateOnly OccurredOn);

/// <summary>A grant and what is spent of it, as this reader sees it; amounts in pence.</summary>
public sealed record GrantAsSeen(
    GrantId GrantId, string Body, GrantScheme Scheme, long AmountPence, long MatchInKindPence, long SpentPence, IReadOnlyList<ShownText?> Conditions, ShownText? OverCapBecause,
    DateOnly OccurredOn, IReadOnlyList<SpendingAsSeen> Spending);

/// <summary>A pooled resource as this reader sees it.</summary>
public sealed record ResourceAsSeen(
    PooledResourceId PooledResourceId, HardWiredArea Area, ShownText? What, IReadOnlyList<Contribution> Contributions, ShownText? BenefitExpected, DateOnly From, DateOnly? To,
    DateOnly OccurredOn);

/// <summary>A section of an account as this reader sees it.</summary>
public sealed record SectionAsSeen(string Heading, ShownText? Text);

/// <summary>An annual account as this reader sees it.</summary>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Ring">The widest audience it is for.</param>
/// <param name="Sections">Its parts.</param>
/// <param name="ContentHash">SHA-256 of the sections as they were published: canonical JSON of an array of objects with heading and text.</param>
/// <param name="OccurredOn">The day it was published.</param>
public sealed record AccountAsSeen(int AcademicYear, AudienceRing Ring, IReadOnlyList<SectionAsSeen> Sections, string ContentHash, DateOnly OccurredOn);

public static class WorkAsSeen
{
    public static readonly Type[] Issue = [typeof(CollectiveIssueRaised), typeof(CollaborativeResponseAgreed)], Grant = [typeof(GrantAwarded), typeof(GrantSpendReported)];

    public static IEnumerable<Row<MeetingAsSeen>> Meetings(this OwnStream told) => told.All<MeetingHeld>().Select(row => new Row<MeetingAsSeen>(row.Version, row.On, new(
        row.Of.OccurredOn, row.Of.Term, row.Of.Attendance, told.Show(row.Of.Matters), row.Of.IssuesRaised, row.Of.DecisionsReferred)));

    public static IEnumerable<Row<IssueAsSeen>> Issues(this OwnStream told)
    {
        var responses = told.Facts<CollaborativeResponseAgreed>().ToLookup(response => response.IssueId);
        return told.All<CollectiveIssueRaised>().Select(row => new Row<IssueAsSeen>(row.Version, row.On, new(row.Of.IssueId, row.Of.Area, told.Show(row.Of.Text), row.Of.OccurredOn,
            [.. responses[row.Of.IssueId].Select(response => new ResponseAsSeen(told.Show(response.What), response.Who, response.By, response.OccurredOn))])));
    }

    public static IEnumerable<Row<VoiceAsSeen>> Voices(this OwnStream told) => told.All<CommunityVoiceHeard>().Select(row => new Row<VoiceAsSeen>(row.Version, row.On, new(
        row.Of.Voice, row.Of.Count, told.Show(row.Of.Activity), told.Show(row.Of.WhatWeHeard), told.Show(row.Of.WhatChanged), row.Of.WhatChanged is not null, row.Of.OccurredOn)));

    public static IEnumerable<Row<GrantAsSeen>> Grants(this OwnStream told)
    {
        var spending = told.Facts<GrantSpendReported>().ToLookup(spent => spent.GrantId);
        return told.All<GrantAwarded>().Select(row => new Row<GrantAsSeen>(row.Version, row.On, new(
            row.Of.GrantId, row.Of.Body, row.Of.Scheme, row.Of.AmountPence, row.Of.MatchInKindPence, spending[row.Of.GrantId].Sum(spent => spent.SpentPence),
            told.Show(row.Of.Conditions), told.Show(row.Of.OverCapBecause), row.Of.OccurredOn,
            [.. spending[row.Of.GrantId].Select(spent => new SpendingAsSeen(spent.SpentPence, told.Show(spent.OnWhat), spent.OccurredOn))])));
    }

    public static IEnumerable<Row<ResourceAsSeen>> Resources(this OwnStream told) => told.All<ResourcePooled>().Select(row => new Row<ResourceAsSeen>(row.Version, row.On, new(
        row.Of.PooledResourceId, row.Of.Area, told.Show(row.Of.What), row.Of.Contributions, told.Show(row.Of.BenefitExpected), row.Of.From, row.Of.To, row.Of.OccurredOn)));

    /// <summary>The accounts this reader may see: an account goes as far as its ring, whoever may know of the partnership.</summary>
    public static IEnumerable<Row<AccountAsSeen>> Accounts(this OwnStream told) => told.All<AnnualAccountPublished>().Where(row => told.OpensWithin(row.Of.Ring)).Select(row =>
        new Row<AccountAsSeen>(row.Version, row.On, new(row.Of.AcademicYear, row.Of.Ring,
            [.. row.Of.Sections.Select(section => new SectionAsSeen(section.Heading, told.ShowWithin(row.Of.Ring, section.Text)))], row.Of.ContentHash, row.Of.OccurredOn)));
}
