using System.Reflection;
using Marten;

namespace EssexImprovement.Host;

/// <summary>The rooms of the house, found by what they are: an assembly of ours that configures the ledger. They are looked for beside the service, for the compiler
/// leaves out of the list of references a room whose types Host never names.</summary>
public static class Rooms
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "EssexImprovement.*.dll").Order(StringComparer.Ordinal)
            .Select(file => Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(file))))
            .Where(assembly => assembly.GetExportedTypes().Any(ConfiguresTheLedger))];

    public static IEnumerable<Type> Modules => Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(ConfiguresTheLedger);

    private static bool ConfiguresTheLedger(Type type) => type.IsClass && type.IsAssignableTo(typeof(IConfigureMarten));
}
