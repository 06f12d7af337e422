using EssexImprovement.Contracts;
using EssexImprovement.Contracts.Partnerships;
using Wolverine.Http;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace EssexImprovement.Partnerships;

/// <summary>The lead records how people beyond the leaders were heard and what changed because of it, so that a partnership is not a matter of heads alone.</summary>
public sealed record RecordVoice(Voice Voice, ConfidentialText Activity, int Count, ConfidentialText WhatWeHeard, DateOnly OccurredOn, ConfidentialText? WhatChanged = null) : ICommand
{
    public Objection? Objection(Partnership partnership, Acting acting) =>
        partnership.NotRecordedBy(acting)
        ?? (Count is < 1 or > 100_000 ? Contracts.Objection.Malformed("count", "Between 1 and 100,000 people were heard.")
        : partnership.Work.Tells(Decide(partnership)) ? Contracts.Objection.Malformed("activity", "This is recorded already.")
        : Activity.NotBetween1And(200, "activity"))
        ?? WhatWeHeard.NotBetween1And(2000, "whatWeHeard") ?? WhatChanged?.NotBetween1And(2000, "whatChanged");

    public CommunityVoiceHeard Decide(Partnership partnership) => new(partnership.Id, Voice, Activity, Count, WhatWeHeard, WhatChanged, OccurredOn);
}

public static class RecordVoiceEndpoint
{
    public static Objection? Validate(RecordVoice command, Partnership partnership, Acting acting) => command.Objection(partnership, acting);

    [WolverinePost("/api/v1/partnerships/{partnershipId}/voices")]
    public static (Recorded, Events) Post(RecordVoice command, [WriteModel] Partnership partnership) =>
        (new(partnership.Version + 1), [command.Decide(partnership)]);
}
