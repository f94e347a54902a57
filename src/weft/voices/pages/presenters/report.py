"""How does a project read as a report in which every sentence opens to its passages?

Nothing here is written for people: a sentence is a claim that somebody made, with
somebody's words below it and the numbers of all that bear on it.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.urls import reverse
from markupsafe import Markup

from weft.commons.saying import counted, dated, first_large
from weft.shell.tables import Table
from weft.voices.domain.kinds import ClaimState, Level
from weft.voices.pages.presenters.asks import AskLine
from weft.voices.pages.presenters.causes import CausesPage
from weft.voices.pages.presenters.loops import LoopCard
from weft.voices.pages.presenters.missing import MissingPage
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.pages.presenters.rooms import came_said, room_said
from weft.voices.pages.presenters.sentences import (
    CLAIM_COLUMNS,
    Sentence,
    by_theme,
    claim_row,
    who_alone,
)
from weft.voices.queries.shown import ClaimShown, Wall

LOOPS_BESIDE = 3
STYLE = Path(__file__).parents[2] / "static" / "voices" / "report.css"
FILES = (
    ("One file, to keep or send", "html"),
    ("Its claims as CSV", "csv"),
    ("Excel", "xlsx"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageLine:
    """A passage in the list at the end, and which claims it bears on."""

    card: PassageCard
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A project, as a report."""

    wall: Wall
    missing: MissingPage
    causes: CausesPage
    today: date

    @property
    def mark(self) -> str:
        """Say that it is a draft, and why; "" where it is none any more."""
        wall = self.wall
        if wall.draft:
            return wall.draft
        waiting = {one.draft_until for one in wall.claims}
        if wall.claims_sent_on is None:
            return "Nobody who was in the room has checked this."
        until = next(iter(waiting), None)
        if until is None or until <= self.today:
            return ""
        return f"Those who were in the room have it to check until {dated(until)}."

    @property
    def about(self) -> str:
        """Say how many came, and how much was said."""
        wall = self.wall
        said = counted(len(wall.spoken), "passage", "passages")
        return (
            f"{came_said(wall.workshops)} {first_large(said)}, "
            f"{counted(len(wall.claims), 'claim', 'claims')}."
        )

    @property
    def rooms(self) -> tuple[tuple[str, str], ...]:
        """Say of each room where and when it was."""
        return tuple((one.name, room_said(one)) for one in self.wall.workshops)

    @property
    def kept_back(self) -> str:
        """Say how many passages are not shown, and why."""
        back = sum(one.withdrawn for one in self.wall.passages)
        closed = sum(one.closed and not one.withdrawn for one in self.wall.passages)
        gone = counted(back, "passage was", "passages were")
        fewer = counted(closed, "passage is", "passages are")
        said = (
            f"{first_large(gone)} taken back by who said it." * bool(back),
            f"{first_large(fewer)} not shown: those who were there let fewer people "
            "read it." * bool(closed),
        )
        return " ".join(filter(None, said))

    @property
    def decided(self) -> str:
        """Say for how many claims people who live it decided."""
        told = [one.lived_experience_decided for one in self.wall.claims]
        yes, unknown = told.count(True), told.count(None)
        if not told:
            return ""
        return (
            f"People who live it had a part in deciding {yes} of "
            f"{counted(len(told), 'claim', 'claims')}; of {unknown} nobody noted it."
        )

    @property
    def themes(self) -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
        """Give what was said by theme; what stands comes first."""
        return by_theme(one for one in self._told if self._in_room(one))

    @property
    def written(self) -> tuple[tuple[str, tuple[Sentence, ...]], ...]:
        """Give what organisers wrote afterwards, where claims were made there too."""
        return by_theme(one for one in self._told if not self._in_room(one))

    @property
    def flagged(self) -> tuple[Sentence, ...]:
        """Give the claims that no passage stands for: not published, and seen."""
        return tuple(
            Sentence(claim=one)
            for one in self.wall.claims
            if one.state is ClaimState.FLAGGED
        )

    @property
    def by_one(self) -> tuple[tuple[str, Sentence], ...]:
        """Give the claims that one voice, or one passage, stands for; and which."""
        found = self.wall.covered
        of_one, once = set(found.of_one), set(found.once)
        return tuple(
            (who_alone(one) if str(one.number) in of_one else "", Sentence(claim=one))
            for one in self._told
            if str(one.number) in of_one | once
        )

    @property
    def left_out(self) -> tuple[PassageCard, ...]:
        """Give the passages that no claim carries."""
        return tuple(PassageCard(passage=one) for one in self.wall.left_out)

    @property
    def waiting(self) -> tuple[tuple[str, AskLine], ...]:
        """List what was asked and not answered, the oldest day first."""
        open_asks = [
            (f"Claim {claim.number}", AskLine(ask=ask))
            for claim in self.wall.claims
            for ask in claim.asks
            if not ask.reply
        ]
        return tuple(sorted(open_asks, key=lambda one: one[1].ask.answer_by))

    @property
    def differ(self) -> tuple[Sentence, ...]:
        """Give the claims on which people differ, or to which one objects."""
        some = (Sentence(claim=one) for one in self._told)
        return tuple(one for one in some if one.both_ways or one.claim.objections)

    @property
    def drafts(self) -> str:
        """Say how many claims wait for those who were there."""
        many = sum(one.state is ClaimState.DRAFT for one in self.wall.claims)
        if not many:
            return ""
        claims = counted(many, "claim waits", "claims wait")
        return f"{first_large(claims)} for those who were there to check."

    @property
    def loops(self) -> tuple[LoopCard, ...]:
        """Give the loop that was told with hope first, and a few short ones more."""
        first = self.causes.first
        return (first, *self.causes.others[:LOOPS_BESIDE]) if first else ()

    @property
    def style(self) -> Markup:
        """Give how it looks, for a file that asks no machine for anything."""
        own = STYLE.read_text(encoding="utf-8")
        return Markup(f"<style>{own}</style>")  # noqa: S704 our own file

    @property
    def passages(self) -> tuple[PassageLine, ...]:
        """List every passage, and the claims that it bears on."""
        bears: dict[int, list[int]] = {}
        for claim in self.wall.claims:
            for one in claim.behind:
                bears.setdefault(one.passage.number, []).append(claim.number)
        return tuple(
            PassageLine(
                card=PassageCard(passage=one), claims=tuple(bears.get(one.number, ()))
            )
            for one in self.wall.spoken
        )

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Lead to the same to keep."""
        slug = self.wall.slug
        return tuple(
            (words, reverse("voices:report_file", args=[slug, kind]))
            for words, kind in FILES
        )

    @property
    def table(self) -> Table:
        """Give its claims as a table, as they may leave."""
        return Table(
            title=f"{self.wall.name}: what was said, claim by claim",
            columns=CLAIM_COLUMNS,
            rows=tuple(claim_row(Sentence(claim=one)) for one in self.wall.claims),
            notes=tuple(filter(None, (self.mark, self.kept_back))),
        )

    @property
    def _told(self) -> tuple[ClaimShown, ...]:
        """Give the claims that words stand for."""
        return tuple(
            one for one in self.wall.claims if one.state is not ClaimState.FLAGGED
        )

    def _in_room(self, one: ClaimShown) -> bool:
        """Tell whether it belongs with what was said; all do where none was made so."""
        said = any(claim.level is Level.SAID for claim in self.wall.claims)
        return one.level is Level.SAID or not said
