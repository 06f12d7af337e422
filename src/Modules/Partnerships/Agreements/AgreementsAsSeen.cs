using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Evaluation;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Partnerships;

/// <summary>A stage plan as this reader sees it.</summary>
/// <param name="Version">1 for the first plan, one more for each plan or revision.</param>
/// <param name="TargetStage">The stage it aims at.</param>
/// <param name="TargetDate">The day it aims to reach it by.</param>
/// <param name="Milestones">The steps.</param>
/// <param name="ReviewedTermly">True when it is looked at every term.</param>
/// <param name="IsRevision">True when it revises the plan before it.</param>
/// <param name="Why">Why it was revised; null for a plan that revises none, and where this reader sees structure only.</param>
/// <param name="OccurredOn">The day it was agreed.</param>
public sealed record StagePlanAsSeen(
    int Version, Stage TargetStage, DateOnly TargetDate, IReadOnlyList<StageMilestone> Milestones, bool ReviewedTermly, bool IsRevision, ShownText? Why, DateOnly OccurredOn);

/// <summary>The element of the system chosen for an academic year, as this reader sees it.</summary>
/// <param name="AcademicYear">The year the academic year begins.</param>
/// <param name="Element">The element.</param>
/// <param name="Why">Why this one; null where this reader sees structure only.</param>
/// <param name="OccurredOn">The day it was chosen.</param>
/// <param name="Outcome">What came of it, once the partnership looked back.</param>
/// <param name="ReviewedOn">The day it looked back; null while it has not.</param>
public sealed record PriorityAsSeen(int AcademicYear, SystemElement Element, ShownText? Why, DateOnly OccurredOn, ShownText? Outcome, DateOnly? ReviewedOn);

public static class AgreementsAsSeen
{
    public static readonly Type[] StagePlan = [typeof(StagePlanAgreed), typeof(StagePlanRevised)], Priority = [typeof(SystemElementPrioritised), typeof(SystemElementReviewed)];

    public static IEnumerable<Row<StagePlanAsSeen>> StagePlans(this OwnStream told) =>
        told.All<StagePlanAgreed>().Select(row => new Row<StagePlanAsSeen>(row.Version, row.On, new(
            row.Of.Version, row.Of.TargetStage, row.Of.TargetDate, row.Of.Milestones, row.Of.ReviewedTermly, false, null, row.Of.OccurredOn)))
        .Concat(told.All<StagePlanRevised>().Select(row => new Row<StagePlanAsSeen>(row.Version, row.On, new(
            row.Of.Version, row.Of.TargetStage, row.Of.TargetDate, row.Of.Milestones, row.Of.ReviewedTermly, true, told.Show(row.Of.Why), row.Of.OccurredOn))));

    public static IEnumerable<Row<PriorityAsSeen>> Priorities(this OwnStream told) => told.All<SystemElementPrioritised>().Select(row =>
    {
        var review = told.Facts<SystemElementReviewed>().FirstOrDefault(review => review.AcademicYear == row.Of.AcademicYear);
        return new Row<PriorityAsSeen>(row.Version, row.On, new(
            row.Of.AcademicYear, row.Of.Element, told.Show(row.Of.Why), row.Of.OccurredOn, told.Show(review?.Outcome), review?.OccurredOn));
    });
}
