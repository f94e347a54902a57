"""How does a map read to those who draw it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from weft.commons.saying import counted, first_large
from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.domain.told import CauseTold
from weft.voices.pages.presenters.canvas import canvas
from weft.voices.pages.presenters.causes import ASK_FOR_ONE, CausesPage
from weft.voices.pages.presenters.in_hand import FormPage
from weft.voices.pages.presenters.loops import WAYS, LoopCard
from weft.voices.queries.causes import loop_through
from weft.voices.queries.drawing import MapInHand, ThingHeld
from weft.voices.queries.shown import PassageShown

BASES = (
    (Basis.STATED, "Somebody said so", "said"),
    (Basis.INFERRED, "Nobody said so: we inferred it", "inferred"),
    (Basis.OPEN, "It stays open whether it is so", "open"),
    (Basis.PART_OF, "The one is a part of the other: not a cause", "a part of it"),
    (Basis.TONE, "It was a tone, a joke or anger: not a cause", "a tone"),
)
SIGNS = (
    (Sign.MORE, "More of it: the more, the more"),
    (Sign.LESS, "Less of it: the more, the less"),
    (Sign.UNKNOWN, "Nobody said which way"),
)
TIMES = (("", "Nobody said"), ("no", "At once"), ("yes", "It takes time"))
SCALES = (
    (Scale.UNKNOWN, "Nobody said"),
    (Scale.PERSON, "In a person"),
    (Scale.FAMILY, "In a family"),
    (Scale.COMMUNITY, "In a community"),
    (Scale.SYSTEM, "In how things are run"),
)
SCALES_SHORT = {
    Scale.UNKNOWN: "nobody said",
    Scale.PERSON: "a person",
    Scale.FAMILY: "a family",
    Scale.COMMUNITY: "a community",
    Scale.SYSTEM: "how things are run",
}
NEWS = {
    "arrow": "The arrow is on the map.",
    "arrow-out": "The arrow is off the map.",
    "thing": "The thing is on the map.",
    "thing-out": "The thing is off the map.",
    "join": "The two things are one now.",
    "place": "It stands there now.",
    "loop": "The name is kept.",
    "ask": "The question is put to the workshop.",
    "undo": "The last step is undone.",
}
TO_NAME = 12  # loops that can be named on the page; the rest by an arrow of theirs
WORDS_LISTED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One account, as a row."""

    told: CauseTold

    @property
    def cells(self) -> tuple[str, ...]:
        """Say what it says."""
        one = self.told
        time = {True: "takes time", False: "at once", None: "nobody said"}
        ways = " It runs both ways." if one.both_ways else ""
        return (
            f"{WAYS[one.sign]}.{ways}",
            next(short for basis, _, short in BASES if basis is one.basis),
            time[one.takes_time],
            SCALES_SHORT[one.scale],
            one.who or "nobody named",
            ", ".join(one.words) or "none",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPage(FormPage):
    """A map, by its project's link.

    Attributes
    ----------
    change, thing
        The account and the thing that are to be changed; empty for new ones.
    through
        The account whose shortest loop was asked for.
    words
        Numbers of passages from which an arrow is to be drawn.
    """

    held: MapInHand
    here: str
    back: str
    change: str = ""
    thing: str = ""
    through: str = ""
    words: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        kind, *counts = self.done[:60].split("-")
        if kind == "file" and len(counts) == 4 and all(n.isdecimal() for n in counts):  # noqa: PLR2004 new, changed, same, unread
            return _came(*map(int, counts))
        return NEWS.get(self.done, "")

    @property
    def told(self) -> CausesPage:
        """Say what anybody would be told of the same map."""
        return CausesPage(shown=self.held.shown)

    @property
    def picture(self) -> Markup | None:
        """Draw the map; None while there is nothing on it."""
        if not self.held.things:
            return None
        return canvas(self.held.places, self.held.shown.arrows, self.picture_said)

    @property
    def picture_said(self) -> str:
        """Say what the picture holds."""
        things = counted(len(self.held.things), "thing", "things")
        arrows = counted(len(self.held.shown.arrows), "arrow", "arrows")
        return f"A map of {things} and {arrows}; the table below says the same."

    @property
    def changed(self) -> CauseTold | None:
        """Give the account that is to be changed."""
        return self.held.account(self.change) if self.change else None

    def of_arrow(self, name: str, usual: str = "") -> str:
        """Give what a field of the arrow's form holds: typed, known, or usual."""
        if self.typed.get("answer") == "arrow":
            return self.typed.get(name, "")
        one = self.changed
        if one is None:
            return (
                ", ".join(f"P{n}" for n in self.words.split())
                if name == "words" and self.words
                else usual
            )
        time = {True: "yes", False: "no", None: ""}[one.takes_time]
        known = {
            "from": one.cause,
            "to": one.effect,
            "sign": one.sign.value,
            "basis": one.basis.value,
            "time": time,
            "scale": one.scale.value,
            "who": one.who,
            "both": "yes" if one.both_ways else "",
            "words": ", ".join(one.words),
        }
        return known[name]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give every account."""
        return tuple(Line(told=one) for one in self.held.shown.told)

    @property
    def things(self) -> tuple[tuple[ThingHeld, str], ...]:
        """Give every thing, and what measures it."""
        named = {one.key: one.words for one in self.held.figures}
        return tuple(
            (one, named.get(one.told.measured_by, one.told.measured_by))
            for one in self.held.things
        )

    @property
    def named(self) -> ThingHeld | None:
        """Give the thing that is to be changed."""
        return next(
            (one for one in self.held.things if str(one.number) == self.thing), None
        )

    @property
    def others(self) -> tuple[tuple[str, str], ...]:
        """Offer the things that the one to be changed may be the same as."""
        names = (one.told.name for one in self.held.things if one != self.named)
        return tuple((name, name) for name in sorted(names))

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """Offer what may measure a thing."""
        known = tuple((one.key, one.words) for one in self.held.figures)
        return (("", "Nothing that we know of"), *known)

    @property
    def signs(self) -> tuple[tuple[str, str], ...]:
        """Offer which way an arrow goes."""
        return tuple((sign.value, words) for sign, words in SIGNS)

    @property
    def bases(self) -> tuple[tuple[str, str], ...]:
        """Offer what an arrow rests on."""
        return tuple((basis.value, words) for basis, words, _ in BASES)

    @property
    def times(self) -> tuple[tuple[str, str], ...]:
        """Offer how long it takes."""
        return TIMES

    @property
    def scales(self) -> tuple[tuple[str, str], ...]:
        """Offer where it is at work."""
        return tuple((scale.value, words) for scale, words in SCALES)

    @property
    def passages(self) -> tuple[tuple[str, PassageShown], ...]:
        """List words that an arrow can be drawn from, those asked for first."""
        known = self.held.shown.passages
        asked = [f"P{n}" for n in self.words.split()]
        some = dict.fromkeys([*(one for one in asked if one in known), *known])
        told = [(label, known[label]) for label in some if known[label].words]
        return tuple(told[:WORDS_LISTED])

    @property
    def loops(self) -> tuple[LoopCard, ...]:
        """Give the loops that can be named here: the one asked for, then the first."""
        return tuple(self._cards())[: TO_NAME + 1]

    def _cards(self) -> Iterator[LoopCard]:
        shown = self.held.shown
        asked = loop_through(shown, self.through) if self.through else None
        order = [*([asked] if asked else []), *shown.order]
        for at, loop in enumerate(order, start=1):
            if at == 1 or loop != asked:
                yield LoopCard(
                    loop=loop,
                    passages=shown.passages,
                    number=at,
                    told=shown.named.get(loop.way),
                )

    @property
    def arrows(self) -> tuple[tuple[str, str], ...]:
        """Offer the arrows of which the shortest loop can be asked."""
        return self.told.arrows

    @property
    def rooms(self) -> tuple[tuple[str, str], ...]:
        """Offer the workshops to which a question can be put."""
        return (("", "A workshop that is still to come"), *self.held.rooms)

    @property
    def question(self) -> str:
        """Suggest what to ask."""
        first = next((one for one in self.loops if not one.hopeful), None)
        if first is None:
            return ASK_FOR_ONE
        return f"{first.round} What slows this, or stops it?"


def _came(new: int, changed: int, same: int, unread: int) -> str:
    """Say what came of a file."""
    arrows = counted(new, "arrow is", "arrows are")
    said = [f"{first_large(arrows)} new, {changed} changed, {same} as they were."]
    if unread:
        kinds = counted(unread, "kind of thing", "kinds of things")
        said.append(f"{first_large(kinds)} in the file had no place here.")
    return " ".join(said)
