using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public partial class The_README
{
    /// <summary>The walk-through of README.md, block after block in one shell, against the service in a process of its own.</summary>
    [Fact]
    public async Task walks_a_newcomer_from_import_to_trace()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "EssexImprovement.sln"))) root = Path.GetDirectoryName(root.TrimEnd('/', '\\'))!;
        var blocks = WalkThrough().Matches(await File.ReadAllTextAsync(Path.Combine(root, "README.md"), TestContext.Current.CancellationToken));
        blocks.Count.ShouldBe(3);

        await using var service = await RunningService.StartAsync(demonstration: false);
        var script = string.Join('\n', blocks.Select(block => block.Groups["script"].Value)).Replace("http://localhost:5080", service.Address, StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root };
        using var shell = Process.Start(start)!;
        var complaints = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        shell.ExitCode.ShouldBe(0, $"{await complaints}\n{said}");
        said.ShouldContain("\"registered\":3");
        said.ShouldContain("\"finding\":\"intact\"");
    }

    [GeneratedRegex("<!-- walk-through -->\n```bash\n(?<script>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex WalkThrough();
}
