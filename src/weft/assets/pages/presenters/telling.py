"""What does somebody tell us, and what do we ask them?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from weft.assets.domain.proposals import (
    MOST_LETTERS,
    MOST_LETTERS_OF_A_FACT,
    MOST_LETTERS_OF_WHO,
    ProposalKind,
    ProposalTold,
    ToldField,
)
from weft.assets.queries.proposals import ThingMeant

OF_A_THING: Mapping[ProposalKind, str] = {
    ProposalKind.WRONG: "Something we say is wrong",
    ProposalKind.CLOSED: "It has closed",
    ProposalKind.HOLDER: "It is held by others than you say",
}
OF_NO_THING: Mapping[ProposalKind, str] = {
    ProposalKind.NEW: "Something is here that you do not list",
    ProposalKind.MISSING: "Something is missing here, and I would go",
    ProposalKind.START: "I want to start something",
}
ASKED: Mapping[ToldField, tuple[str, str]] = {
    ToldField.NAME: ("What is it called?", ""),
    ToldField.PLACE: ("Where is it?", "A hall, a street, a town."),
    ToldField.WHEN: ("When is it?", "Like «Tuesdays 2 to 4, not in August»."),
    ToldField.TELEPHONE: ("Which number do people ring?", "Not your own."),
    ToldField.STEP_FREE: (
        "Can one get in without steps?",
        "Yes, no, or what it is like.",
    ),
    ToldField.ROOM: (
        "What is the room right for?",
        "Like «a sink, daylight, a sprung floor, may be loud».",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingPage:
    """Room to tell us something, of one thing or of none.

    ``problem`` says why it could not be taken, and ``code`` takes back what was.
    """

    typed: ProposalTold
    kind: str = ""
    thing: ThingMeant | None = None
    problem: str = ""
    code: str = ""
    room: int = field(default=MOST_LETTERS, init=False)
    room_for_who: int = field(default=MOST_LETTERS_OF_WHO, init=False)
    room_for_a_fact: int = field(default=MOST_LETTERS_OF_A_FACT, init=False)

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """List what can be told."""
        some = OF_A_THING if self.thing else OF_NO_THING
        return tuple((str(kind), words) for kind, words in some.items())

    @property
    def asked(self) -> tuple[tuple[str, str, str, str], ...]:
        """List what may be filled in: its name, question, hint, and what was typed."""
        return tuple(
            (str(name), question, hint, self.typed.told.get(name, ""))
            for name, (question, hint) in ASKED.items()
            if name is not ToldField.ROOM or (self.thing and self.thing.is_room)
        )

    @property
    def address(self) -> str:
        """Where it goes."""
        if self.thing is None:
            return reverse("assets:tell_us")
        return reverse("assets:tell_us_of", args=[self.thing.key])

    @property
    def thing_address(self) -> str:
        """Where the page of the thing stands."""
        if self.thing is None:
            return ""
        name = "assets:offer" if self.thing.is_offer else "assets:asset"
        return reverse(name, args=[self.thing.key])

    @property
    def thing_name(self) -> str:
        """Name it, where that may be seen."""
        return (self.thing.name if self.thing else "") or "what you were looking at"

    @property
    def what_comes(self) -> str:
        """Say what happens to it now."""
        if self.typed.kind is ProposalKind.HOLDER:
            return "We ask those whose it is. Until they answer, we say less about it."
        return (
            "Somebody who looks after this list reads it. Until then nothing changes."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPage:
    """Room for a code, what was wrong with one, or that the words are gone."""

    code: str = ""
    problem: str = ""
    done: bool = False


def kind_typed(typed: str, *, of_a_thing: bool) -> ProposalKind | None:
    """Read what somebody chose, where that can be chosen there."""
    some = OF_A_THING if of_a_thing else OF_NO_THING
    return next((kind for kind in some if kind == typed), None)
