using System.Runtime.CompilerServices;
using Shouldly;

namespace EssexImprovement.Tests;

/// <summary>Text that somebody approved, beside the test that makes it. A difference is written next to it as <c>.received</c>, to be looked at and renamed;
/// with <c>APPROVE=1</c> it is written over the approved file at once, to be looked at in the diff.</summary>
public static class Approved
{
    /// <summary>The text equals the approved file <c>Approved/&lt;name&gt;</c> in the folder of the calling test.</summary>
    public static void ShouldMatchApproved(this string text, string name, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "Approved", name);
        var received = file + ".received";
        var now = text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == now)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(file, now);
            return;
        }
        File.WriteAllText(received, now);
        now.ShouldBe(File.Exists(file) ? File.ReadAllText(file) : "", $"Not approved: compare {name}.received with {name} and rename it if it is right.");
    }
}
