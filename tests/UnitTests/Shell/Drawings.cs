using CsCheck;
using EssexImprovement.Shell;
using Shouldly;
using Xunit;

namespace EssexImprovement.Tests;

public sealed class A_drawing
{
    [Fact]
    public void gives_every_word_back_as_it_was() => Gen.String.Where(words => words.All(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter < 0xFFFE)).Sample(words =>
    {
        var drawn = Drawn.Of(Svg.Group("one", 10, 10, words, words).Link("/a", words, inside => inside.Text(1, 1, words, "letter")));
        drawn.Elements("text").ShouldHaveSingleItem().Value.ShouldBe(words);
        drawn.Elements("a").ShouldHaveSingleItem().Attribute("aria-label")!.Value.ShouldBe(words);
        drawn.Elements("desc").ShouldHaveSingleItem().Value.ShouldBe(words);
    }, iter: 1000);

    [Fact]
    public void with_links_is_a_group_named_by_its_title_and_description()
    {
        var root = Drawn.Of(Svg.Group("strip", 10, 10, "Title", "Description").Link("/a", "A", _ => { })).Root;
        root.Attribute("role")!.Value.ShouldBe("group");
        root.Attribute("aria-labelledby")!.Value.ShouldBe("strip-title");
        root.Attribute("aria-describedby")!.Value.ShouldBe("strip-description");
    }

    [Fact]
    public void that_is_one_image_holds_no_links()
    {
        var picture = Svg.Picture("one", 10, 10, "Title", "Description");
        Should.Throw<InvalidOperationException>(() => picture.Link("/a", "A", _ => { }));
        Drawn.Of(picture).Root.Attribute("role")!.Value.ShouldBe("img");
    }

    [Theory, InlineData("javascript:alert(1)"), InlineData("https://elsewhere.example"), InlineData("//elsewhere.example"), InlineData("")]
    public void leads_nowhere_outside_the_service(string href) =>
        Should.Throw<ArgumentException>(() => Svg.Group("one", 10, 10, "Title", "Description").Link(href, "A", _ => { }));

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void has_only_finite_places(double place) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Svg.Picture("one", 10, 10, "Title", "Description").Circle(place, 1, 1, "shape"));

    [Fact]
    public void writes_no_style_that_the_security_policy_would_refuse() =>
        Drawn.Of(SwimlaneTimeline.Draw(new([new("Lane", [])], [new("stage", new(2019, 1, 1), null)], new(2019, 1, 1), new(2019, 2, 1), new(2019, 1, 9)), "strip", "Title"))
            .Root.DescendantsAndSelf().ShouldAllBe(element => element.Attribute("style") == null);
}

public sealed class Words_cut_to_measure
{
    private static readonly Gen<string> Sentence = Gen.String[Gen.Char["abc de fg"], 0, 120];

    [Fact]
    public void never_pass_the_measure() => Gen.Select(Sentence, Gen.Int[4, 30], Gen.Int[1, 4]).Sample((words, letters, lines) =>
        Wording.Fit(words, letters).Length <= letters
        && Wording.Wrap(words, letters, lines) is var wrapped && wrapped.Count <= lines && wrapped.All(line => line.Length <= letters));

    [Fact]
    public void keep_whole_words() => Wording.Fit("consistent across the triad", 24).ShouldBe("consistent across the…");

    [Fact]
    public void stay_as_they_are_when_they_fit() => Wording.Wrap("Book study", 26, 2).ShouldBe(["Book study"]);
}
