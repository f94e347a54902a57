"""How does one passage read?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, first_large, listed
from weft.voices.domain.kinds import FacetKind, Layer, Level, SourceKind, Stance
from weft.voices.queries.shown import PassageShown

STANCES = {
    Stance.FOR: "for it",
    Stance.EITHER: "could be either",
    Stance.AGAINST: "against it",
}
FACETS = {
    FacetKind.PAST: "It tells of what was",
    FacetKind.PRESENT: "It tells of what is",
    FacetKind.URGENT: "It presses",
    FacetKind.CAN_WAIT: "It can wait",
}
NOT_KNOWN_WHO = "Not known who"
WITHDRAWN = "Taken back by who said it. We keep only the count."
CLOSED = "Not shown here: those who were there let fewer people read it."
YOUNG_WAIT = "The young were asked, and have not answered yet"
UNSHOWN = "Only counted: who said it has not let us show it."
NO_PICTURE = "A picture was named here, and is missing. It keeps its place."
NO_WORDS = "Nobody has written down what it shows."


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageCard:
    """A passage, as a card."""

    passage: PassageShown
    stance: Stance | None = None

    @property
    def label(self) -> str:
        """Number it, as on paper."""
        return f"P{self.passage.number}"

    @property
    def anchor(self) -> str:
        """Give its place on the page of all words."""
        return f"p{self.passage.number}"

    @property
    def does(self) -> str:
        """Say what it does for the claim."""
        return STANCES[self.stance] if self.stance else ""

    @property
    def who(self) -> str:
        """Say who said it, as far as anybody knows."""
        one = self.passage
        if one.withdrawn or one.closed:
            return ""
        if one.level is Level.WRITTEN:
            return "Written afterwards, by the organisers"
        who = one.speaker or NOT_KNOWN_WHO
        if one.first_hand:
            return f"{who}, first-hand"
        if one.on_behalf_of:
            who = f"{who}, on behalf of {one.on_behalf_of}"
        return f"{who}. {YOUNG_WAIT}" if one.young_wait else who

    @property
    def instead(self) -> str:
        """Say why there are no words; "" where there are."""
        one = self.passage
        if one.withdrawn:
            return WITHDRAWN
        if one.closed:
            return UNSHOWN if one.unshown else CLOSED
        if one.kind is SourceKind.MISSING:
            return NO_PICTURE
        return "" if one.words or one.readings or one.picture else NO_WORDS

    @property
    def picture(self) -> str:
        """Lead to its part of a picture; "" where that may not be shown."""
        shown = self.passage.picture
        if shown is None:
            return ""
        return reverse("voices:part_shown", args=[shown.project, self.passage.number])

    @property
    def says(self) -> str:
        """Say what its picture shows, for who cannot see it."""
        shown = self.passage.picture
        return (shown.says if shown else "") or "A part of a picture."

    @property
    def time(self) -> str:
        """Say when in a recording it was said."""
        at = self.passage.time
        return f"{_clock(at.start_ms)} to {_clock(at.end_ms)}" if at else ""

    @property
    def readings(self) -> str:
        """Say in which ways hard writing can be read."""
        several = self.passage.readings
        if not several:
            return ""
        quoted = listed([f"«{one}»" for one in several], joint="or")
        many = first_large(counted(len(several), "reading", "readings"))
        return f"{many}: {quoted}."

    @property
    def codes(self) -> tuple[tuple[str, bool], ...]:
        """Give its codes, and whether each tells how a thing was said."""
        return tuple((one.name, one.layer is Layer.HOW) for one in self.passage.codes)


def _clock(milliseconds: int) -> str:
    """Write a time of a recording as «1:02:03».

    >>> _clock(3_723_500)
    '1:02:03'
    """
    minutes, seconds = divmod(milliseconds // 1_000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
