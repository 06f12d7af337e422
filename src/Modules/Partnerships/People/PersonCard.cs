using EssexImprovement.Contracts;

namespace EssexImprovement.Partnerships;

/// <summary>Who a pseudonym is: a document outside the ledger, kept as it is now and not as it was. After an erasure the day of it is all that is left.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name; null once erased.</param>
/// <param name="Email">An address, if they gave one.</param>
/// <param name="Phone">A number, if they gave one.</param>
/// <param name="ErasedOn">The day it was erased; null while it was not.</param>
public sealed record PersonCard(Guid Id, PersonalText? Name, PersonalText? Email, PersonalText? Phone, DateOnly? ErasedOn)
{
    public static PersonCard Erased(PersonId person, DateOnly on) => new(person.Value, null, null, null, on);
}
