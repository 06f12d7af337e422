using System.Reflection;
using Marten;

namespace EssexImprovement.Host;

/// <summary>The rooms of the house, found by what they are: an assembly of ours that configures the ledger.</summary>
public static class Rooms
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. typeof(Rooms).Assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("EssexImprovement.", StringComparison.Ordinal))
            .Select(Assembly.Load)
            .Where(assembly => assembly.GetExportedTypes().Any(ConfiguresTheLedger))];

    public static IEnumerable<Type> Modules => Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(ConfiguresTheLedger);

    private static bool ConfiguresTheLedger(Type type) => type.IsClass && type.IsAssignableTo(typeof(IConfigureMarten));
}
