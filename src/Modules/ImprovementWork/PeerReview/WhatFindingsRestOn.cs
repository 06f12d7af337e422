using System.Globalization;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.ImprovementWork;
using EssexImprovement.Shell;

namespace EssexImprovement.ImprovementWork;

/// <summary>What a finding rests on, asked when evidence is corrected or withdrawn (IMP-10).</summary>
public static class WhatFindingsRestOn
{
    /// <summary>True when some finding would rest on fewer than two items, or on a single kind, if this item were of another kind; or, with no kind, if it were not there.</summary>
    public static bool RestsOnTooLittle(this PeerReview review, EvidenceId changed, EvidenceKind? kind) => review.Findings.Where(finding => finding.EvidenceIds.Contains(changed)).Any(finding =>
    {
        var kinds = review.Evidence.Where(item => finding.EvidenceIds.Contains(item.EvidenceId)).Select(item => item.EvidenceId == changed ? kind : item.Kind).OfType<EvidenceKind>().ToList();
        return kinds.Count < 2 || kinds.Distinct().Count() < 2;
    });

    /// <summary>What a field of a piece of evidence says now, as text.</summary>
    public static ConfidentialText Saying(this EvidenceRecorded item, EvidenceField field) => field switch
    {
        EvidenceField.Kind => new(Kebab.NameOf(item.Kind)),
        EvidenceField.Line => new(item.Line.ToString(CultureInfo.InvariantCulture)),
        EvidenceField.PeopleCount => new(item.PeopleCount?.ToString(CultureInfo.InvariantCulture) ?? ""),
        _ => item.WhatWasSeen,
    };
}
