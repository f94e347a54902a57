"""How do those who hold a project note what words ask, name or tell of a place?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from weft.commons.saying import first_large
from weft.voices.pages.presenters.opened import WORKS, OpenPage
from weft.voices.pages.presenters.strong import KINDS

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInHand(OpenPage):
    """The same, as those who hold the project see it."""

    back: str
    neighbourhoods: Choices
    typed: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    done: str = ""

    @property
    def news(self) -> str:
        """Say what was done."""
        return NEWS.get(self.done, "")

    @property
    def passages(self) -> Choices:
        """Offer the passages."""
        told = (one for one in self.told.wall.passages if one.words)
        return tuple((str(n.number), f"P{n.number}: {n.words[:60]}") for n in told)

    @property
    def kinds(self) -> Choices:
        """Offer kinds of what a place has."""
        return tuple((one.value, words) for one, words in KINDS.items())

    @property
    def work_kinds(self) -> Choices:
        """Offer kinds of works."""
        return tuple((one.value, first_large(words)) for one, words in WORKS.items())

    @property
    def taken(self) -> Choices:
        """Offer what is taken to be so, and a new one."""
        known = tuple((one.ref, one.words[:80]) for one in self.told.assumptions)
        return (("", "A new one"), *known)

    @property
    def notes(self) -> Choices:
        """Offer what can be taken out again."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[tuple[str, str]]:
        told, places = self.told, dict(self.neighbourhoods)
        for asked in told.questions:
            yield f"question {asked.row}", f"Question, {asked.passage.words[:50]}"
        for work in told.works:
            yield f"work {work.row}", f"Work, {work.name[:50]}"
        for taken in told.assumptions:
            yield f"assumption {taken.row}", f"Taken to be so, {taken.words[:50]}"
        for one in told.strengths:
            about = f"{KINDS[one.kind]}, {places.get(one.place, one.place)}"
            yield f"strength {one.row}", f"{about}: {one.passage.words[:40]}"

    def was(self, answer: str, name: str) -> str:
        """Give back what was typed into a form that could not be taken."""
        return self.typed.get(name, "") if self.typed.get("answer") == answer else ""


NEWS = {
    "strength": "Noted. It stands on the page of that place.",
    "question": "Noted.",
    "work": "Noted.",
    "assumption": "Noted.",
    "out": "It is out again. The words stay.",
}
