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

    /// <summary>A rule that refuses always would pass every refusing test: each has a test that bears its id in its own name and lets something through, too.</summary>
    [Fact]
    public void every_rule_that_is_built_has_a_test_of_its_name_that_allows()
    {
        var allowed = Sources("tests").SelectMany(file => Allowing(File.ReadAllText(file))).ToHashSet();
        Ids("src", Raised()).Except(allowed).Order(StringComparer.Ordinal).ShouldBeEmpty("built, but no test of its name lets anything pass");
    }

    [Fact]
    public void positive_control_a_test_that_only_refuses_allows_nothing()
    {
        Allowing("[Fact]\npublic void IMP_99_refuses() => Refused(\"IMP-99\");\n[Fact]\npublic void IMP_98_allows() => When().ThenAllowed();\n[Fact]\npublic void allows() { Refused(\"IMP-97\"); x.Done(); }")
            .ShouldBe(["IMP-98"]);
    }

    /// <summary>The rules whose ids stand in the name of a test method in which something passes.</summary>
    private static IEnumerable<string> Allowing(string source) => TestMethod().Split(source).Skip(1).Where(test => Passes().IsMatch(test))
        .SelectMany(test => Named().Matches(MethodName().Match(test).Value)).Select(match => match.Value.Replace('_', '-')).Distinct();

    [Fact]
    public void positive_control_an_untested_rule_would_be_found() => Raised().Matches("""new("IMP-99", "never built")""").Select(match => match.Groups["id"].Value).ShouldBe(["IMP-99"]);

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.EndsWith("Rules.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Ids(string folder, Regex pattern) => Sources(folder).SelectMany(file => pattern.Matches(File.ReadAllText(file))).Select(match => match.Groups["id"].Value.Replace('_', '-'));

    [GeneratedRegex(@"\[(?:Fact|Theory)\b")]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"ThenAllowed\(|ShouldBeNull\(|\? null :|\.Done\(\)|\.Then[(<]|, true\)\]")]
    private static partial Regex Passes();

    [GeneratedRegex(@"(?:void|Task) \w+\(")]
    private static partial Regex MethodName();

    [GeneratedRegex(@"[A-Z][A-Za-z]{2}_\d+")]
    private static partial Regex Named();

    [GeneratedRegex("""\("(?<id>[A-Za-z]{3}-\d+)",""")]
    private static partial Regex Raised();

    [GeneratedRegex("""(ThenObjection|Refused|ShouldBe|InlineData)\([^)\n]*"(?<id>[A-Za-z]{3}-\d+)"|new\("(?<id>[A-Za-z]{3}-\d+)"|\(\d{3}, "(?<id>[A-Za-z]{3}-\d+)"|"(?<id>[A-Za-z]{3}-\d+)"\)""")]
    private static partial Regex Refused();
}
