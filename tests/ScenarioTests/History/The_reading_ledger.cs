using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.History;
using Marten;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

[Collection(nameof(FinalReview))]
public class The_reading_ledger(FinalReview given)
{
    private readonly App _app = given.App;
    private readonly ReviewThroughTheApi _review = given.Review;

    [Fact]
    public async Task holds_who_looked_in_which_capacity_and_by_what_right()
    {
        var read = (await _app.As(_review.Reviewer).Get(_review.Url, ("If-Match", "\"1\""))).Done();
        read.ETag.ShouldNotBe("\"1\"");
        read.ETag.ShouldBe((await _app.As(_review.HostHead).Get(_review.Url)).Done().ETag, "the tag is the review's, not the reading's");
        var look = (await LooksAsync(App.Person(_review.Reviewer)))[^1];
        look.ShouldBe(new(look.Id, SealedThing.PeerReview, _review.Id.Value, Ashdown, _review.PartnershipId, App.Person(_review.Reviewer), Capacity.PeerReviewer,
            SightGround.OwnCircle, null, Today, look.At));
    }

    [Fact]
    public async Task holds_one_line_for_each_answer_even_when_many_look_at_once()
    {
        var before = (await LooksAsync(App.Person("facilitator"))).Count;
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _app.As("facilitator").Get(_review.Url)))) answer.Done();
        (await LooksAsync(App.Person("facilitator"))).Count.ShouldBe(before + 8);
    }

    [Fact]
    public async Task holds_no_line_of_the_host_head_and_none_of_whoever_was_shown_nothing()
    {
        foreach (var reader in new[] { _review.HostHead, _review.HostChair, "stranger" })
        {
            await _app.As(reader).Get(_review.Url);
            await _app.As(reader).Get($"{_review.Url}/report");
            (await LooksAsync(App.Person(reader))).ShouldBeEmpty(reader);
        }
    }

    [Fact]
    public async Task that_cannot_be_written_keeps_the_text_from_leaving()
    {
        await _app.BehindItsBackAsync("alter table history.mt_doc_look rename to mt_doc_lost");
        try
        {
            var refused = (await _app.As(_review.Reviewer).Get(_review.Url)).Refused(500, "fault");
            foreach (var secret in ReviewThroughTheApi.Secrets) refused.Body.ShouldNotContain(secret);
            refused.ETag.ShouldBeNull();
            (await _app.As(_review.HostHead).Get(_review.Url)).Done().Body.ShouldContain("phascogale");
        }
        finally
        {
            await _app.BehindItsBackAsync("alter table history.mt_doc_lost rename to mt_doc_look");
        }
        (await _app.As(_review.Reviewer).Get(_review.Url)).Done();
    }

    private async Task<IReadOnlyList<Look>> LooksAsync(PersonId person)
    {
        await using var session = _app.Host.DocumentStore().QuerySession();
        var looks = await session.Query<Look>().Where(look => look.OwnerUrn == Ashdown && look.ThingId == _review.Id.Value).OrderBy(look => look.At).ToListAsync();
        return [.. looks.Where(look => look.PersonId == person)];
    }
}
