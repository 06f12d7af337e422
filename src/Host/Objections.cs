using EssexImprovement.Contracts;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Frames;
using JasperFx.CodeGeneration.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Wolverine.Configuration;
using Wolverine.Middleware;

namespace EssexImprovement.Host;

/// <summary>Ends a request whose <c>Validate</c> returned an <see cref="Objection"/>, with a problem that carries the rule and the field.</summary>
public sealed class Objections : IContinuationStrategy
{
    public bool TryFindContinuationHandler(IChain chain, MethodCall call, out Frame? frame)
    {
        frame = null;
        if (call.Creates.FirstOrDefault(variable => variable.VariableType == typeof(Objection)) is not { } objection) return false;
        // Several checks may object to one request; each needs a name of its own in the generated code.
        objection.OverrideName($"objection_{call.HandlerType.Name}_{call.Method.Name}");
        frame = new EndWithObjection(objection);
        return true;
    }

    public static ProblemHttpResult Problem(Objection objection) => TypedResults.Problem(
        objection.Detail, statusCode: objection.Status, extensions: Extensions(objection.Rule, objection.Field));

    /// <summary>Writes the problem; called by generated code.</summary>
    public static Task WriteAsync(Objection objection, HttpContext context) => Problem(objection).ExecuteAsync(context);

    public static Dictionary<string, object?> Extensions(string rule, string? field) =>
        field is null ? new() { ["rule"] = rule } : new() { ["rule"] = rule, ["field"] = field };

    private sealed class EndWithObjection : AsyncFrame
    {
        private readonly Variable _objection;
        private Variable? _context;

        public EndWithObjection(Variable objection)
        {
            _objection = objection;
            uses.Add(objection);
        }

        public override IEnumerable<Variable> FindVariables(IMethodVariables chain)
        {
            yield return _context = chain.FindVariable(typeof(HttpContext));
        }

        public override void GenerateCode(GeneratedMethod method, ISourceWriter writer)
        {
            writer.Write($"BLOCK:if ({_objection.Usage} != null)");
            writer.Write($"await {typeof(Objections).FullName}.{nameof(WriteAsync)}({_objection.Usage}, {_context!.Usage}).ConfigureAwait(false);");
            writer.Write("return;");
            writer.FinishBlock();
            Next?.GenerateCode(method, writer);
        }
    }
}

public static class ObjectionsOfGeneratedCode
{
    public static void AddObjections(this GenerationRules rules) => ContinuationHandling.AddContinuationStrategy<Objections>(rules);
}
