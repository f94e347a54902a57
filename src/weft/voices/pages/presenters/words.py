"""How do all the words of a project read?"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from weft.commons.saying import counted
from weft.shell.tables import Column, Table
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.queries.shown import PassageShown, Wall

COLUMNS = ("Passage", "Source", "Words", "Who", "Codes")
HANGS_ON = "Hangs on"
FORMS = {
    "qdpx": "for NVivo, ATLAS.ti, MAXQDA, QualCoder (REFI-QDA project)",
    "qdc": "its codes alone (REFI-QDA codebook)",
    "jsonld": "passages and codes, as Web Annotations",
    "json": "Weft’s own file, with nothing lost",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """All words of a project, or those that no claim carries."""

    wall: Wall
    only_left_out: bool = False
    code: str = ""

    @property
    def passages(self) -> tuple[PassageShown, ...]:
        """Choose those that were asked for."""
        chosen = self.wall.left_out if self.only_left_out else self.wall.spoken
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
    def forms(self) -> tuple[tuple[str, str], ...]:
        """Lead to the whole project, as other programs read it."""
        known = {one.name for passage in self.wall.passages for one in passage.codes}
        return tuple(
            (reverse("voices:project_file", args=[self.wall.slug, kind]), words)
            for kind, words in FORMS.items()
            if kind != "qdc" or known
        )

    @property
    def table(self) -> Table:
        """Give them as a table, as they may leave."""
        stems = any(one.stem for one in self.passages)
        return Table(
            title=f"{self.wall.name}: what was said",
            columns=tuple(map(Column, (*COLUMNS, HANGS_ON)[: None if stems else -1])),
            rows=tuple(
                _row(PassageCard(passage=one))[: None if stems else -1]
                for one in self.passages
            ),
            notes=(self.wall.draft,) if self.wall.draft else (),
        )


def _row(card: PassageCard) -> tuple[str, ...]:
    one = card.passage
    codes = ", ".join(name for name, _ in card.codes)
    words = one.words or card.instead
    return (card.label, one.source, words, card.who, codes, one.stem)
