"""How does a wall of claims read, each with the words behind it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from markupsafe import Markup

from weft.commons.saying import counted, dated
from weft.voices.domain.example import draft
from weft.voices.domain.kinds import ClaimState, Level, Stance
from weft.voices.pages.presenters.asks import AskLine
from weft.voices.pages.presenters.opened import decided_said
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.pages.presenters.priorities import ListCard, PrioritiesPage
from weft.voices.pages.presenters.rooms import came_said, room_said, whole_room_said
from weft.voices.queries.asks import AskToAnswer
from weft.voices.queries.priorities import PrioritiesShown
from weft.voices.queries.shown import BehindShown, ClaimShown, Wall

ROW, APART = 100, 16  # of a thread, in its drawing's own units


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPage:
    """What a body is asked, by the link that came with it."""

    found: AskToAnswer
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: bool = False

    @property
    def due(self) -> str:
        """Say by when an answer is due."""
        one = self.found.ask
        due = "was due" if one.late else "is due"
        return f"An answer {due} by {dated(one.answer_by)}."

    @property
    def card(self) -> ClaimCard:
        """Give the claim on which the ask stands, with its words."""
        return ClaimCard(claim=self.found.claim, address="", chosen=False)


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
    first: PrioritiesShown | None = None

    @property
    def lists(self) -> tuple[ListCard, ...]:
        """Give what communities put first."""
        if self.first is None:
            return ()
        return PrioritiesPage(shown=self.first, today=self.today).cards

    @property
    def caption(self) -> str:
        """Say where and when, where one workshop is all there is."""
        rooms = self.wall.workshops
        known = len(rooms) == 1 and (rooms[0].place or rooms[0].held_on)
        return room_said(rooms[0]) if known else ""

    @property
    def lead(self) -> str:
        """Say how many came, and how much was said."""
        wall = self.wall
        claims = counted(len(wall.claims), "claim", "claims")
        words = counted(len(wall.spoken), "passage", "passages")
        return f"{came_said(wall.workshops)} {words}, {claims}."

    @property
    def decided(self) -> str:
        """Say in how many decisions people who live it took part."""
        return decided_said([one.lived_experience_decided for one in self.wall.claims])

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
    def tabs(self) -> tuple[ClaimCard, ...]:
        """Give the claims that were made in the room; all, where none was."""
        said = tuple(one for one in self.cards if one.claim.level is Level.SAID)
        return said or self.cards

    @property
    def written_tabs(self) -> tuple[ClaimCard, ...]:
        """Give what organisers wrote afterwards, where others made claims too."""
        first = {one.claim.number for one in self.tabs}
        return tuple(one for one in self.cards if one.claim.number not in first)

    @property
    def opens_written(self) -> bool:
        """Tell whether the claim that is open is one of those."""
        return any(one.chosen for one in self.written_tabs)

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
    def asked_of_us(self) -> bool:
        """Tell whether this is the workshop that Weft comes from."""
        return self.wall.slug == draft().slug

    @property
    def carried_said(self) -> str:
        """Say how many of the words a claim carries."""
        wall, found = self.wall, self.wall.covered
        return (
            f"Of {counted(len(wall.said), 'passage', 'passages')} "
            f"{len(found.carried)} are carried by a claim, {len(found.touched)} could "
            f"be either, and {len(found.lost)} are carried by none. They are kept."
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
