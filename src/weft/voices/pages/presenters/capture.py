"""How does the page read on which pictures, files and words are put in?"""

from dataclasses import dataclass

from weft.voices.pages.presenters.in_hand import KINDS, FormPage
from weft.voices.queries.in_hand import ProjectInHand

FIELDS = {"picture": "picture", "file": "file", "words": "text", "missing": "lost-name"}
SEEN = (
    ("nobody", "Nobody can be known in it"),
    ("people", "People can be known, and each of them said yes"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturePage(FormPage):
    """What can be put in, by a project's link."""

    held: ProjectInHand
    here: str
    once: tuple[str, ...]  # a word for each form, so that what it sends is taken once

    @property
    def back(self) -> str:
        """Lead back to the project."""
        return self.here.rpartition("/")[0]

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer the workshops, the last first: it is the one just held."""
        return tuple((one.ref, one.name) for one in reversed(self.held.rooms))

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Say what could not be taken, at its form."""
        if not self.problem:
            return ()
        return ((FIELDS.get(self.typed.get("answer", ""), "picture"), self.problem),)

    @property
    def seen(self) -> tuple[tuple[str, str], ...]:
        """Offer who can be seen."""
        return SEEN

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Offer what words can be."""
        return tuple((kind.value, words) for kind, words in KINDS)
