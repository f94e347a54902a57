"""Who said what about what? Every code, with how much was said, by how many known."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from weft.commons.saying import counted, first_large
from weft.shell.tables import Column, Table
from weft.voices.domain.kinds import Layer
from weft.voices.queries.shown import CodeShown, PassageShown, Wall

LAYERS = {Layer.WHAT: "What it is about", Layer.HOW: "How it was said"}
UNKNOWN_TOO = "some not known who"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A code, and what was said under it that this reader may see."""

    code: CodeShown
    passages: tuple[PassageShown, ...]
    slug: str

    @property
    def address(self) -> str:
        """Lead to the words."""
        here = reverse("voices:words", args=[self.slug])
        return f"{here}?{urlencode({'code': self.code.name})}"

    @property
    def voices(self) -> tuple[str, ...]:
        """Name those who are known to have said it."""
        return tuple(sorted({one.speaker for one in self.passages if one.speaker}))

    @property
    def unknown(self) -> int:
        """Count the passages of which nobody knows who said them."""
        return sum(not one.speaker for one in self.passages)

    @property
    def rooms(self) -> int:
        """Count the workshops."""
        return len({one.workshop for one in self.passages})

    @property
    def words(self) -> str:
        """Say how much, by how many, and where."""
        said = counted(len(self.passages), "passage", "passages")
        known = counted(len(self.voices), "known voice", "known voices")
        of = f"{known}, {UNKNOWN_TOO}" if self.unknown else known
        rooms = counted(self.rooms, "workshop", "workshops")
        return f"{first_large(said)}, {of}, {rooms}."

    @property
    def quote(self) -> PassageShown | None:
        """Give the first words that are no hard thing."""
        return next(
            (one for one in self.passages if one.words and not one.warning), None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesPage:
    """Every code of a project that may be read."""

    wall: Wall

    @property
    def layers(self) -> tuple[tuple[str, tuple[ThemeLine, ...]], ...]:
        """Give what codes tell of words: what, and how; what was said most first."""
        told = tuple(
            (words, tuple(one for one in self.lines if one.code.layer is layer))
            for layer, words in LAYERS.items()
        )
        return tuple((words, lines) for words, lines in told if lines)

    @property
    def lines(self) -> tuple[ThemeLine, ...]:
        """Give every code."""
        found: dict[CodeShown, list[PassageShown]] = defaultdict(list)
        for one in self.wall.passages:
            for code in one.codes:
                found[code].append(one)
        lines = (
            ThemeLine(code=code, passages=tuple(some), slug=self.wall.slug)
            for code, some in found.items()
        )
        return tuple(sorted(lines, key=lambda one: (-len(one.passages), one.code.name)))

    @property
    def without(self) -> str:
        """Say how many passages have no code: none is asked for."""
        bare = sum(
            not (one.codes or one.closed or one.withdrawn) for one in self.wall.spoken
        )
        if not bare:
            return ""
        have = counted(bare, "passage has", "passages have")
        return f"{first_large(have)} no code. Nobody has to give one."

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the same as CSV and for Excel."""
        csv, excel = (
            reverse("voices:themes_file", args=[self.wall.slug, kind])
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def table(self) -> Table:
        """Give them as a table."""
        return Table(
            title=f"{self.wall.name}: who said what about what",
            columns=(
                Column("Code"),
                Column("What it tells"),
                Column("Passages", numeric=True),
                Column("Not known who", numeric=True),
                Column("Known voices"),
                Column("Which passages"),
            ),
            rows=tuple(
                (
                    one.code.name,
                    LAYERS[one.code.layer],
                    len(one.passages),
                    one.unknown,
                    "; ".join(one.voices),
                    ", ".join(f"P{passage.number}" for passage in one.passages),
                )
                for one in self.lines
            ),
            notes=tuple(filter(None, (self.wall.draft, self.without))),
        )
