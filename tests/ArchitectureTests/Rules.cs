using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public partial class Rules(ITestOutputHelper output)
{
    /// <summary>A rule is built when the source raises an objection with its id; then a test must name it.</summary>
    [Fact]
    public void every_rule_that_is_built_is_named_by_a_test_that_refuses()
    {
        var built = Ids("src", Raised()).ToHashSet();
        built.Count.ShouldBeGreaterThan(20);
        var refused = Ids("tests", Refused()).ToHashSet();
        built.Except(refused).Order(StringComparer.Ordinal).ShouldBeEmpty("built, but no test refuses by it");
        output.WriteLine("Built: " + string.Join(", ", built.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void positive_control_an_untested_rule_would_be_found() => Raised().Matches("""new("IMP-99", "never built")""").Select(match => match.Groups["id"].Value).ShouldBe(["IMP-99"]);

    private static IEnumerable<string> Ids(string folder, Regex pattern) => Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.EndsWith("Rules.cs", StringComparison.Ordinal))
        .SelectMany(file => pattern.Matches(File.ReadAllText(file))).Select(match => match.Groups["id"].Value.Replace('_', '-'));

    [GeneratedRegex("""\("(?<id>[A-Za-z]{3}-\d+)",""")]
    private static partial Regex Raised();

    [GeneratedRegex("""(ThenObjection|Refused|ShouldBe|InlineData)\([^)\n]*"(?<id>[A-Za-z]{3}-\d+)"|new\("(?<id>[A-Za-z]{3}-\d+)"|\(\d{3}, "(?<id>[A-Za-z]{3}-\d+)"|"(?<id>[A-Za-z]{3}-\d+)"\)""")]
    private static partial Regex Refused();
}
