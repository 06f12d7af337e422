using System.Reflection;
using EssexImprovement.Contracts;
using EssexImprovement.Host;

namespace EssexImprovement.Tests;

/// <summary>The house as it is built, found by looking, never from a list.</summary>
public static class House
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    /// <summary>Every assembly of ours under <c>src</c>, found by its project on disk.</summary>
    public static IReadOnlyDictionary<string, Assembly> Projects { get; } = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!).Replace('\\', '/'), file => Assembly.Load("EssexImprovement." + Path.GetFileNameWithoutExtension(file)));

    /// <summary>The rooms and History: what may know only Contracts and Shell.</summary>
    public static IEnumerable<Assembly> Rooms => Projects.Where(project => project.Key.StartsWith("src/Modules/", StringComparison.Ordinal) || project.Key == "src/History").Select(project => project.Value);

    /// <summary>Every fact that is published.</summary>
    public static IReadOnlyList<Type> Facts { get; } = [.. typeof(IFact).Assembly.GetExportedTypes().Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IFact))).OrderBy(type => type.FullName)];

    /// <summary>Every type of ours.</summary>
    public static IEnumerable<Type> Types => Projects.Values.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>What breaks the wall: references to our own assemblies beyond those welcome.</summary>
    public static IEnumerable<string> Strangers(Assembly assembly, params string[] welcome) => assembly.GetReferencedAssemblies().Select(name => name.Name!)
        .Where(name => name.StartsWith("EssexImprovement.", StringComparison.Ordinal)).Except(welcome.Select(name => "EssexImprovement." + name));

    private static string Up(string from) => File.Exists(Path.Combine(from, "EssexImprovement.sln")) ? from : Up(Path.GetDirectoryName(from.TrimEnd('/', '\\'))!);
}
