using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;

namespace EssexImprovement.Brokerage;

/// <summary>The seal on a request for support: it belongs to the school in need, with whoever succeeded it. Why a school needs support, and what links candidates to it, is for
/// its head and chair, the partnership's lead, the board and auditors; others see structure.</summary>
public static class SealOfSupportRequest
{
    public static Seal SealIn(this SupportRequest request, BrokeringPartnership partnership, DateOnly today) => new(
        SealedThing.SupportRequest, request.Id.Value, new(partnership.Members.LineOf(request.Urn), [], [], partnership.Id, [.. partnership.Members.On(today).Select(member => member.Urn)]),
        AudienceRing.HostGovernors, [], acting => acting.Leads(partnership.Id) || acting.Is(Capacity.BoardMember, Capacity.Auditor));
}
