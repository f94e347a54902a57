"""How does a wall of claims read, each with the words behind it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from markupsafe import Markup

from weft.commons.saying import counted, dated, first_large, listed
from weft.shell.tables import Column, Table
from weft.voices.domain.kinds import ClaimState, Layer, Level, SourceKind, Stance
from weft.voices.queries.wall import (
    AskShown,
    BehindShown,
    ClaimShown,
    PassageShown,
    Wall,
    WorkshopShown,
)

STANCES = {
    Stance.FOR: "for it",
    Stance.EITHER: "could be either",
    Stance.AGAINST: "against it",
}
NOT_KNOWN_WHO = "Not known who"
WITHDRAWN = "Taken back by who said it. We keep only the count."
CLOSED = "Not shown here: those who were there let fewer people read it."
NO_PICTURE = "A picture was named here, and is missing. It keeps its place."
NO_WORDS = "Nobody has written down what it shows."
ROW, APART = 100, 16  # of a thread, in its drawing's own units


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
        return f"{who}, on behalf of {one.on_behalf_of}" if one.on_behalf_of else who

    @property
    def instead(self) -> str:
        """Say why there are no words; "" where there are."""
        one = self.passage
        if one.withdrawn:
            return WITHDRAWN
        if one.closed:
            return CLOSED
        if one.kind is SourceKind.MISSING:
            return NO_PICTURE
        return "" if one.words or one.readings else NO_WORDS

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


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLine:
    """What somebody is asked, and what came of it."""

    ask: AskShown

    @property
    def words(self) -> str:
        """Say it, and of whom it is asked."""
        return f"{self.ask.asked_of}: {self.ask.words}"

    @property
    def answer(self) -> str:
        """Say what they said; a day that is past is said as such."""
        one = self.ask
        if one.reply:
            on = f" ({dated(one.replied_on)})" if one.replied_on else ""
            done = f" {one.done}" if one.done else ""
            return f"They said: «{one.reply}»{on}.{done}"
        if one.late:
            return f"Nothing yet. An answer was due by {dated(one.answer_by)}."
        return f"An answer is due by {dated(one.answer_by)}. Nothing yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """A claim, as a card with threads to the words behind it."""

    claim: ClaimShown
    address: str
    chosen: bool

    @property
    def tab(self) -> str:
        """Give its tab: number and a few words."""
        return f"{self.claim.number} {self.claim.short or self.claim.words[:40]}"

    @property
    def state(self) -> str:
        """Say how far it has come."""
        match self.claim.state:
            case ClaimState.FLAGGED:
                return "no words behind it: not published"
            case ClaimState.STANDING:
                return "stands"
            case _:
                until = self.claim.draft_until
                return f"draft until {dated(until)}" if until else "draft"

    @property
    def waits(self) -> str:
        """Say for what a draft waits."""
        if self.claim.state is not ClaimState.DRAFT:
            return ""
        if self.claim.draft_until is None:
            return "Those who were there have not been sent it yet."
        return "Those who were there can say until then: that is not what we meant."

    @property
    def sums(self) -> tuple[tuple[str, str], ...]:
        """Count the words behind it, by what they do for it."""
        return tuple(
            (stance.value, f"{self.claim.count(stance)} {words}")
            for stance, words in (
                (Stance.FOR, "for"),
                (Stance.EITHER, "could be either"),
                (Stance.AGAINST, "against"),
            )
            if self.claim.count(stance)
        )

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Say who wrote it, and who decided."""
        one = self.claim
        said = {
            True: "yes",
            False: "no",
            None: "not known",
        }[one.lived_experience_decided]
        level = "said there" if one.level is Level.SAID else "written afterwards"
        return (
            ("Written by", one.written_by or "not known"),
            ("Said or written", level),
            ("Did people who live it decide?", said),
        )

    @property
    def asks(self) -> tuple[AskLine, ...]:
        """List what is asked of whom."""
        return tuple(AskLine(ask=one) for one in self.claim.asks)

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """Give the words behind it."""
        return tuple(
            PassageCard(passage=one.passage, stance=one.stance)
            for one in self.claim.behind
        )

    @property
    def threads(self) -> Markup:
        """Draw a thread from each passage to the claim."""
        return threads(self.claim.behind)


def threads(behind: tuple[BehindShown, ...]) -> Markup:
    """Draw threads from passages of equal height to the middle of what they bear on.

    The drawing is stretched over the height of the passages, so that no script has to
    measure anything.
    """
    tall = ROW * len(behind)
    lines = []
    for at, one in enumerate(behind):
        start = ROW * at + ROW // 2
        end = tall / 2 + (at - (len(behind) - 1) / 2) * APART
        lines.append(
            f'<path class="v-thread v-thread--{one.stance.value}" '
            f'vector-effect="non-scaling-stroke" '
            f'd="M0 {start}C64 {start} 36 {end:g} 100 {end:g}"/>'
        )
    return Markup(  # noqa: S704 numbers and names of our own only
        f'<svg class="v-threads" viewBox="0 0 100 {max(tall, 1)}" '
        f'preserveAspectRatio="none" aria-hidden="true">{"".join(lines)}</svg>'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPage:
    """A project's wall."""

    wall: Wall
    number: int | None  # of the claim that was asked for
    today: date

    @property
    def caption(self) -> str:
        """Say where and when, where one workshop is all there is."""
        rooms = self.wall.workshops
        return room_said(rooms[0]) if len(rooms) == 1 else ""

    @property
    def lead(self) -> str:
        """Say how many came, and how much was said."""
        wall = self.wall
        claims = counted(len(wall.claims), "claim", "claims")
        words = counted(len(wall.passages), "passage", "passages")
        return f"{came_said(wall.workshops)} {words}, {claims}."

    @property
    def rooms(self) -> tuple[tuple[str, str], ...]:
        """Say of each room its question, and where, when, who came and who held it."""
        return tuple((one.name, whole_room_said(one)) for one in self.wall.workshops)

    @property
    def cards(self) -> tuple[ClaimCard, ...]:
        """Give every claim its tab."""
        here = reverse("voices:wall", args=[self.wall.slug])
        shown = self.chosen_number
        return tuple(
            ClaimCard(
                claim=one,
                address=f"{here}?claim={one.number}",
                chosen=one.number == shown,
            )
            for one in self.wall.claims
        )

    @property
    def chosen_number(self) -> int | None:
        """Say which claim is open: the one asked for, else the first."""
        numbers = [one.number for one in self.wall.claims]
        return self.number if self.number in numbers else next(iter(numbers), None)

    @property
    def chosen(self) -> ClaimCard | None:
        """Give the claim that is open."""
        return next((one for one in self.cards if one.chosen), None)

    @property
    def carried_said(self) -> str:
        """Say how many of the words a claim carries."""
        wall = self.wall
        carried, either = len(wall.carried), len(wall.could_be)
        return (
            f"Of {counted(len(wall.passages), 'passage', 'passages')} {carried} are "
            f"carried by a claim, {either} could be either, and "
            f"{len(wall.left_out)} are carried by none. They are kept."
        )

    @property
    def left_out(self) -> tuple[PassageCard, ...]:
        """Give the words that no claim carries; a few here, the rest on their page."""
        return tuple(PassageCard(passage=one) for one in self.wall.left_out[:SHOWN])

    @property
    def more(self) -> str:
        """Say how many more there are."""
        rest = len(self.wall.left_out)
        return f"All {rest} that no claim carries" if rest > SHOWN else ""


SHOWN = 6
"""As many left-out passages stand on the wall itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """All words of a project, or those that no claim carries."""

    wall: Wall
    only_left_out: bool = False
    code: str = ""

    @property
    def passages(self) -> tuple[PassageShown, ...]:
        """Choose those that were asked for."""
        chosen = self.wall.left_out if self.only_left_out else self.wall.passages
        if not self.code:
            return chosen
        return tuple(
            one for one in chosen if self.code in {code.name for code in one.codes}
        )

    @property
    def by_source(self) -> tuple[tuple[str, tuple[PassageCard, ...]], ...]:
        """Put them under what they came from, in the order in which it was told."""
        groups: dict[str, list[PassageCard]] = {}
        for one in self.passages:
            groups.setdefault(one.source, []).append(PassageCard(passage=one))
        return tuple((name, tuple(cards)) for name, cards in groups.items())

    @property
    def lead(self) -> str:
        """Say how many there are."""
        return (
            f"{counted(len(self.passages), 'passage', 'passages')}, as they were said."
        )

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the same as CSV and for Excel."""
        asked = {"left-out": ""} if self.only_left_out else {}
        if self.code:
            asked["code"] = self.code
        query = f"?{urlencode(asked)}" if asked else ""
        csv, excel = (
            reverse("voices:words_file", args=[self.wall.slug, kind]) + query
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def table(self) -> Table:
        """Give them as a table, as they may leave."""
        return Table(
            title=f"{self.wall.name}: what was said",
            columns=tuple(map(Column, ("Passage", "Source", "Words", "Who", "Codes"))),
            rows=tuple(_row(PassageCard(passage=one)) for one in self.passages),
            notes=(self.wall.draft,) if self.wall.draft else (),
        )


def _row(card: PassageCard) -> tuple[str, ...]:
    one = card.passage
    codes = ", ".join(name for name, _ in card.codes)
    return (card.label, one.source, one.words or card.instead, card.who, codes)


def room_said(room: WorkshopShown) -> str:
    """Say where and when people met."""
    when = dated(room.held_on) if room.held_on else "nobody noted when"
    return f"{room.place}, {when}" if room.place else f"Nobody noted where; {when}"


def whole_room_said(room: WorkshopShown) -> str:
    """Say of a room where and when it was, who held it and who came."""
    held = (
        f"Held by {room.hosted_by}." if room.hosted_by else "Nobody noted who held it."
    )
    paid = {
        True: "All were paid for coming.",
        False: "Nobody was paid for coming.",
        None: "Nobody noted whether those who came were paid.",
    }[room.paid_coming]
    return f"{room_said(room)}. {held} {came_said([room])} {paid}"


def came_said(rooms: Iterable[WorkshopShown]) -> str:
    """Say how many came and spoke; what nobody counted is said."""
    rooms = tuple(rooms)
    came = [one.came for one in rooms if one.came is not None]
    spoke = [one.spoke for one in rooms if one.spoke is not None]
    if not came:
        return "Nobody noted how many came."
    said = f"{counted(sum(came), 'person', 'people')} came"
    if len(came) < len(rooms):
        said = f"{said} to the {len(came)} workshops that counted"
    return (
        f"{said}, {sum(spoke)} spoke."
        if spoke
        else f"{said}; who spoke was not counted."
    )
