"""How does a project read to those who hold it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.commons.saying import counted, dated, listed
from weft.voices.domain.history import hand
from weft.voices.domain.kinds import Sees, SourceKind, Stance
from weft.voices.pages.presenters.passages import FACETS, STANCES, PassageCard
from weft.voices.queries.in_hand import ProjectInHand, RoomInHand, TextAbout, TextInHand

SEES = {
    Sees.HOSTS: "only those who hold this link read it",
    Sees.ROOM: "those who were there may read it",
    Sees.ANYBODY: "anybody may read it",
}
SEES_OFFERED = (
    (Sees.HOSTS.value, "Only us who held it"),
    (Sees.ROOM.value, "Those who were there"),
    (Sees.ANYBODY.value, "Anybody"),
)
KINDS = (
    (SourceKind.TEXT, "What people said"),
    (SourceKind.CHAT, "A chat that they chose to share"),
    (SourceKind.BETWEEN, "Said between times: at the tea, on the way out"),
    (SourceKind.SUMMARY, "A summary that we wrote afterwards"),
)
NEWS = {
    "workshop": "The workshop is there. Now put in what was said.",
    "words": "The words are there. Open them to mark what matters.",
    "out": "The text is out again.",
    "mark": "Marked. It has a number now.",
    "unmark": "The mark is out again. The words stay.",
    "claim": "The claim and the words are put together.",
    "picture": "The picture is there, without where and when it was taken. Now mark "
    "what matters in it.",
    "missing": "It keeps its place.",
    "file": "The words are there. Open them to mark what matters.",
    "person": "Written down.",
    "cover": "It is covered. Nobody can bring back what was there.",
    "room": "Kept.",
    "put": "The codes are there.",
    "off": "The code is off again.",
    "facet": "Said.",
    "unfacet": "That is off again.",
    "whole": "It stays as it is. No code is asked for.",
    "unwhole": "It may have codes again.",
    "undo": "Taken back.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page with forms, one of which may not have been taken."""

    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    def was(self, answer: str, name: str) -> str:
        """Give back what was typed into a form that could not be taken."""
        return self.typed.get(name, "") if self.typed.get("answer") == answer else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """A workshop, as its hosts see it."""

    room: RoomInHand

    @property
    def words(self) -> str:
        """Say where and when, and who may read it."""
        one = self.room
        where = one.place or "nobody noted where"
        when = dated(one.held_on) if one.held_on else "nobody noted when"
        came = (
            "Nobody noted how many came."
            if one.came is None
            else f"{counted(one.came, 'person', 'people')} came."
        )
        return f"{where}, {when}. {came} Of what was said: {SEES[one.sees]}."

    @property
    def texts(self) -> tuple[tuple[str, int, str, str], ...]:
        """List its texts: where each opens, number, name, and how much is marked."""
        return tuple(
            (
                "picture" if one.is_picture else "text",
                one.number,
                one.name,
                _marked(one),
            )
            for one in self.room.texts
        )


def _marked(one: TextAbout) -> str:
    """Say how much of a text is marked, and what of its file was not read."""
    marked = counted(one.marked, "passage", "passages")
    if not one.left_out:
        return marked
    return f"{marked}. Not read in its file: {listed(one.left_out)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPage(FormPage):
    """A project, by its link."""

    held: ProjectInHand
    here: str
    slip: str = ""  # a code that was just made

    @property
    def speakers(self) -> tuple[tuple[str, str], ...]:
        """Offer those who spoke, to be given a slip."""
        return self.held.speakers

    @property
    def rooms(self) -> tuple[RoomLine, ...]:
        """List its workshops."""
        return tuple(RoomLine(room=one) for one in self.held.rooms)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer the workshops to which words can be put."""
        return tuple((one.ref, one.name) for one in self.held.rooms)

    @property
    def sees(self) -> tuple[tuple[str, str], ...]:
        """Offer whom those who were there let read it, fewest first."""
        return SEES_OFFERED

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Offer what words can be."""
        return tuple((kind.value, words) for kind, words in KINDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage(FormPage):
    """A text, by its project's link."""

    held: TextInHand
    here: str
    back: str

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """Give what is marked in it."""
        return tuple(PassageCard(passage=one) for one in self.held.passages)

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """Offer what is marked, to be put behind a claim."""
        return tuple(
            (str(one.number), f"P{one.number}: {one.words[:60]}")
            for one in self.held.passages
        )

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Offer the claims, and a new one."""
        known = tuple((str(no), f"{no} {words}") for no, words in self.held.claims)
        return (("new", "A new claim"), *known)

    @property
    def open_card(self) -> PassageCard | None:
        """Give the passage that is worked on."""
        opened = self.held.open
        return PassageCard(passage=opened.passage) if opened else None

    @property
    def facets(self) -> tuple[tuple[str, str], ...]:
        """Offer of which time a passage can tell, and how it can press."""
        return tuple((kind.value, words) for kind, words in FACETS.items())

    @property
    def facets_put(self) -> tuple[tuple[str, str, str], ...]:
        """List what was said of the open passage, and by whom."""
        opened = self.held.open
        return tuple(
            (kind.value, FACETS[kind], ", ".join(map(hand, who)))
            for kind, who in (opened.facets if opened else ())
        )

    @property
    def codes_put(self) -> tuple[tuple[str, str, str], ...]:
        """List the codes of the open passage, and by whom."""
        opened = self.held.open
        return tuple(
            (ref, name, ", ".join(map(hand, who)))
            for ref, name, who in (opened.codes if opened else ())
        )

    @property
    def stances(self) -> tuple[tuple[str, str], ...]:
        """Offer what words can do for a claim."""
        return (
            *((stance.value, STANCES[stance]) for stance in Stance),
            ("away", "take it away from there"),
        )
