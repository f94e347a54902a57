"""How is it said what was lost on the way, and what was added?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, first_large
from weft.shell.tables import Cell, Column, Table
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.pages.presenters.sentences import who_alone
from weft.voices.queries.coverage import CoverageShown, Looked
from weft.voices.queries.shown import ClaimShown, PassageShown

COLUMNS = tuple(map(Column, ("Looked at", "What", "Which", "Words", "Who or by whom")))
NO_WORDS = "no words stand for it"
PERHAPS = "no words stand for it; some could be read for it"
LOST, GROUP_LOST = "carried by none", "spoken of, and named by none"
TOUCHED = "could be read for one"
ONE, ONE_PASSAGE = "rests on one", "one passage"
FIRST = 6  # passages that are open to see; the rest opens


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """People of whom it was spoken, and that no claim names."""

    name: str
    passages: tuple[str, ...]

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Lead to the words."""
        return tuple((f"P{one}", f"p{one}") for one in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePart:
    """Some claims beside all that was said."""

    shown: CoverageShown
    looked: Looked
    summary: bool

    @property
    def key(self) -> str:
        """Give its place on the page."""
        return "summary" if self.summary else "claims"

    @property
    def them(self) -> tuple[str, str]:
        """Name one of its claims, and several."""
        if self.summary:
            return "statement of the summary", "statements of the summary"
        return "claim", "claims"

    @property
    def heading(self) -> str:
        """Say what is laid beside what was said."""
        if self.summary:
            return "What organisers wrote afterwards"
        return "All claims" if self.shown.summary else "The claims"

    @property
    def lead(self) -> str:
        """Say how many were carried."""
        found, said = self.looked.found, len(self.shown.said)
        one, several = self.them
        all_of = first_large(counted(said, "passage", "passages"))
        claims = counted(len(self.looked.claims), one, several)
        return (
            f"{all_of}, {claims}. {len(found.carried)} passages are carried, "
            f"{len(found.touched)} could be read for one, {len(found.lost)} are "
            "carried by none."
        )

    @property
    def without(self) -> tuple[tuple[ClaimShown, str], ...]:
        """List the claims that nobody's words stand for."""
        found = self.looked.found
        return tuple(
            (self.looked.by_number[one], PERHAPS if one in found.perhaps else NO_WORDS)
            for one in found.without
        )

    @property
    def groups(self) -> tuple[GroupLine, ...]:
        """List people who were spoken of and whom it does not name."""
        lost = set(self.looked.found.lost_groups)
        return tuple(
            GroupLine(name=one.name, passages=one.passages)
            for one in self.shown.groups
            if one.name in lost
        )

    @property
    def named(self) -> str:
        """Say how many people it does name, of how many."""
        every = len(self.shown.groups)
        return f"{len(self.groups)} of {every} were named by none." if every else ""

    @property
    def lost(self) -> tuple[PassageCard, ...]:
        """List the passages that it does not carry."""
        return tuple(PassageCard(passage=one) for one in self._of("lost"))

    @property
    def first(self) -> tuple[PassageCard, ...]:
        """Give the first of them: those of one known voice, then the others."""
        by_voice = sorted(self.lost, key=lambda one: not one.passage.speaker)
        return tuple(one for one in by_voice if one.passage.words)[:FIRST]

    @property
    def by_one(self) -> tuple[tuple[ClaimShown, str], ...]:
        """List claims on one voice or one passage, and whose."""
        found = self.looked.found
        return tuple(
            (
                claim,
                f"{who_alone(claim)} alone" if number in found.of_one else ONE_PASSAGE,
            )
            for number, claim in self.looked.by_number.items()
            if number in {*found.of_one, *found.once}
        )

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Give all of it as rows."""
        told: list[tuple[Cell, ...]] = [
            (self.heading, note, f"Claim {one.number}", one.words, one.written_by)
            for one, note in self.without
        ]
        told += [
            (self.heading, GROUP_LOST, _labels(one), "", one.name)
            for one in self.groups
        ]
        for what, some in ((LOST, "lost"), (TOUCHED, "touched")):
            cards = (PassageCard(passage=one) for one in self._of(some))
            told += [
                (
                    self.heading,
                    what,
                    one.label,
                    one.passage.words or one.instead,
                    one.who,
                )
                for one in cards
            ]
        told += [
            (self.heading, ONE, f"Claim {one.number}", one.words, note)
            for one, note in self.by_one
        ]
        return tuple(told)

    def _of(self, some: str) -> tuple[PassageShown, ...]:
        numbers = set(getattr(self.looked.found, some))
        return tuple(one for one in self.shown.said if str(one.number) in numbers)


def _labels(one: GroupLine) -> str:
    return ", ".join(label for label, _ in one.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage:
    """What was lost on the way, and what was added."""

    shown: CoverageShown

    @property
    def parts(self) -> tuple[CoveragePart, ...]:
        """Give the summary first, where there is one, then all claims."""
        shown = self.shown
        told = [CoveragePart(shown=shown, looked=shown.all, summary=False)]
        if shown.summary:
            told.insert(
                0, CoveragePart(shown=shown, looked=shown.summary, summary=True)
            )
        return tuple(told)

    @property
    def answer(self) -> str:
        """Say the most telling of it in a line."""
        part = self.parts[0]
        one, several = part.them
        added = counted(len(part.without), one, several)
        verb = "has" if len(part.without) == 1 else "have"
        lost = counted(len(part.lost), "passage is", "passages are")
        if not part.without and not part.lost:
            return "Nothing: each claim has words behind it, and each passage a claim."
        return (
            f"{first_large(lost)} carried by no {one}. "
            f"{first_large(added)} {verb} no words behind."
        )

    @property
    def taken_back(self) -> str:
        """Say how many passages are gone."""
        many = self.shown.taken_back
        if not many:
            return ""
        gone = first_large(counted(many, "passage was", "passages were"))
        return f"{gone} taken back by who said it. We do not count that here."

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the same as CSV and for Excel."""
        csv, excel = (
            reverse("voices:coverage_file", args=[self.shown.wall.slug, kind])
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def table(self) -> Table:
        """Give all of it as one table."""
        wall = self.shown.wall
        return Table(
            title=f"{wall.name}: what was lost on the way",
            columns=COLUMNS,
            rows=tuple(row for part in self.parts for row in part.rows),
            notes=tuple(filter(None, (wall.draft, self.taken_back))),
        )
