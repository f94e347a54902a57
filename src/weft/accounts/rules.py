"""What is one row of the table of who may do what, and who is meant in it?"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from weft.accounts.actors import ActorKind
from weft.accounts.things import Thing

ANYTHING = "anything"
HOUSE = frozenset({ActorKind.JOB, ActorKind.COMMAND})
KEEPERS = frozenset({ActorKind.STEWARD, ActorKind.ADMINISTRATOR})
HEADS = frozenset({ActorKind.ADMINISTRATOR, ActorKind.COMMAND})
HOLDERS = frozenset({ActorKind.HOLDER})
BY_LINK = frozenset({ActorKind.HOLDER, ActorKind.MEMBER})
INVITED = frozenset({ActorKind.INVITED})
EVERYBODY = frozenset(ActorKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row: who may do a deed to a kind of thing.

    ``fields`` names those that may be changed; ``None`` means the whole of it.
    """

    deed: str
    thing: str
    who: frozenset[ActorKind]
    words: str  # what is done, for the page: «… may <words>»
    fields: frozenset[str] | None = None

    def is_about(self, thing: Thing) -> bool:
        """Tell whether the row speaks of this kind of thing."""
        return self.thing in {thing.kind, ANYTHING}

    def covers(self, fields: Collection[str]) -> bool:
        """Tell whether the row lets all these fields be changed."""
        return self.fields is None or self.fields.issuperset(fields)


def row(
    deed: str,
    thing: str,
    who: frozenset[ActorKind],
    words: str,
    fields: Iterable[str] | None = None,
) -> Rule:
    """Write one row down."""
    return Rule(
        deed=deed,
        thing=thing,
        who=who,
        words=words,
        fields=None if fields is None else frozenset(fields),
    )
