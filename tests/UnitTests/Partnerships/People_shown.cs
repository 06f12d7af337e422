using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using EssexImprovement.Partnerships;
using Shouldly;
using Xunit;
using static EssexImprovement.Tests.Samples;

namespace EssexImprovement.Tests;

public class People_shown
{
    private static readonly PersonId Pat = App.Person("pat");
    private static readonly PersonalText Name = new("Pat Example");

    [Fact]
    public void by_name_by_what_is_left_or_by_capacity_alone()
    {
        new PersonShown(Pat, Name, false).InWords(Capacity.Headteacher).ShouldBe("Pat Example, headteacher");
        new PersonShown(Pat, null, true).InWords(Capacity.Headteacher).ShouldBe($"former member, ref {Pat.ToString()[..8]}, headteacher");
        new PersonShown(Pat, null, false).InWords(Capacity.Headteacher).ShouldBe("headteacher");
        new PeopleShown([])[Pat].InWords().ShouldBe("somebody");
    }

    [Fact]
    public void to_no_log()
    {
        $"{Name} {new PersonShown(Pat, Name, false)} {new KeepCard(Name, Name, Name)} {new PersonCard(Pat.Value, Name, Name, Name, null)}".ShouldNotContain("Example");
        $"{new PersonOnCard(Pat, Name, Name, Name, null)}".ShouldNotContain("Example");
    }

    [Fact]
    public void never_again_once_erased()
    {
        var erased = PersonCard.Erased(Pat, Today);
        var steward = Holder(Capacity.DataSteward);
        new KeepCard(Name).Objection(Pat, erased, steward).ShouldNotBeNull().Field.ShouldBe("name");
        new ErasePerson(Today).Objection(Pat, erased, steward).ShouldNotBeNull().Field.ShouldBe("personId");
        new ErasePerson(Today).Objection(Pat, null, steward).ShouldBeNull();
        new ErasePerson(Today).Decide(Pat).ShouldBe(new PersonErased(Pat, Today));
    }

    [Fact]
    public void XCT_4_an_auditor_erases_nobody() => new ErasePerson(Today).Objection(Pat, null, Holder(Capacity.Auditor)).ShouldNotBeNull().Rule.ShouldBe("XCT-4");
}
