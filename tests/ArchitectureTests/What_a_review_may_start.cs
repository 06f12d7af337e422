using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Brokerage;
using EssexImprovement.Contracts.ImprovementWork;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

/// <summary>The trigger whitelist of B.7: a review starts its workshop and check-in, the host's plan, and by hand what the host asks for. It starts no signal, no category, no contact of authority,
/// trust or ministry, no ranking. Read from the code of every handler, whatever it calls, so a reaction nobody approved fails here on the day it is written.</summary>
public class What_a_review_may_start
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    [Fact]
    public void by_itself_is_on_the_whitelist()
    {
        var reactions = House.Types.Where(type => type.Name.EndsWith("Handler", StringComparison.Ordinal)).SelectMany(Handled).ToList();
        reactions.Count.ShouldBeGreaterThan(5);
        reactions.Where(reaction => OfAReview(reaction.Heard)).SelectMany(Told).Order(StringComparer.Ordinal).ShouldBe(
        [
            "CheckInLongDue -> CheckInMissed",
            "FeedbackGiven -> CheckInDue",
            "FeedbackGiven -> WorkshopDue",
            "LastDayForWorkshopPassed -> WorkshopOverdue",
            "WorkshopHeld -> PlanOpened",
        ]);
    }

    [Fact]
    public void positive_control_a_request_sent_behind_the_hosts_back_would_be_caught() =>
        Handled(typeof(WhenFeedbackGivenAskForSupportHandler)).SelectMany(Told).ShouldBe(["FeedbackGiven -> SupportRequested"]);

    [Fact]
    public void by_itself_is_started_by_handlers_alone() => House.Types.Where(HasSideEffects).ShouldBeEmpty("a projection that publishes would be a reaction no test enumerates");

    [Fact]
    public void positive_control_a_projection_that_publishes_would_be_caught() => HasSideEffects(typeof(Publishing)).ShouldBeTrue();

    /// <summary>Facts of a review, whole families of facts that hold some, and messages of the service to itself; not the facts of others, such as a school that was succeeded.</summary>
    private static bool OfAReview(Type heard) => !heard.IsAssignableTo(typeof(IFact)) || heard.IsInterface || heard.IsAssignableTo(typeof(IReviewFact));

    private static IEnumerable<(Type Heard, MethodInfo Handler)> Handled(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.Name.StartsWith("Handle", StringComparison.Ordinal) || method.Name.StartsWith("Consume", StringComparison.Ordinal))
        .Select(method => (method.GetParameters()[0].ParameterType, method))
        .Select(one => (one.ParameterType.IsGenericType && one.ParameterType.GetGenericTypeDefinition() == typeof(IEvent<>) ? one.ParameterType.GetGenericArguments()[0] : one.ParameterType, one.method));

    private static IEnumerable<string> Told((Type Heard, MethodInfo Handler) reaction) => Made(reaction.Handler).DefaultIfEmpty().Select(fact => $"{reaction.Heard.Name} -> {fact?.Name ?? "nothing that can be seen"}");

    /// <summary>Every fact that the method makes, or a method of ours that it calls.</summary>
    private static IEnumerable<Type> Made(MethodBase start)
    {
        var (seen, left) = (new HashSet<MethodBase>(), new Stack<MethodBase>([start]));
        while (left.TryPop(out var method))
        {
            if (!seen.Add(method)) continue;
            if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine) left.Push(machine.StateMachineType.GetMethod("MoveNext", BindingFlags.NonPublic | BindingFlags.Instance)!);
            foreach (var called in Called(method).Where(called => called.DeclaringType?.Assembly.GetName().Name!.StartsWith("EssexImprovement.", StringComparison.Ordinal) == true)) left.Push(called);
        }
        return seen.OfType<ConstructorInfo>().Select(maker => maker.DeclaringType!).Where(type => type.IsAssignableTo(typeof(IFact))).Distinct();
    }

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var instruction = code[at] == 0xFE ? Codes[BitConverter.ToInt16([code[at + 1], 0xFE])] : Codes[code[at]];
            at += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod)
                yield return method.Module.ResolveMethod(BitConverter.ToInt32(code, at), method.DeclaringType?.GetGenericArguments(), method is MethodInfo ? method.GetGenericArguments() : null)!;
            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static bool HasSideEffects(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(method => method.Name == "RaiseSideEffects")
        || type.GetInterfaces().Any(one => one.Name.Contains("ISubscription", StringComparison.Ordinal));

    private static class WhenFeedbackGivenAskForSupportHandler
    {
        public static async Task Handle(IEvent<FeedbackGiven> heard, Marten.IDocumentSession session)
        {
            await session.SaveChangesAsync();
            session.Events.Append(Guid.NewGuid(), new List<Guid> { heard.Id }.Select(_ => Asked(heard.Data)).ToArray<object>());
        }

        private static SupportRequested Asked(FeedbackGiven given) => new(
            new(Guid.NewGuid()), given.PartnershipId, new(990001), ImprovementArea.Attendance, new("Help"), new("It needs it."), Urgency.ThisTerm, RequestOrigin.SelfReferral, false, null, given.OccurredOn);
    }

    private sealed class Publishing
    {
        private readonly Guid _id = Guid.NewGuid();

        public ValueTask RaiseSideEffects() => new(Task.FromResult(_id));
    }
}
