"""How are projects listed?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, dated, first_large
from weft.voices.queries.projects import ProjectAbout


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectLine:
    """One project."""

    about: ProjectAbout

    @property
    def address(self) -> str:
        """Lead to its wall."""
        return reverse("voices:wall", args=[self.about.slug])

    @property
    def words(self) -> str:
        """Say how much there is."""
        one = self.about
        met = first_large(counted(one.workshops, "workshop", "workshops"))
        return (
            f"{met}{self._when}. "
            f"{counted(one.passages, 'passage', 'passages')}, "
            f"{counted(one.claims, 'claim', 'claims')}."
        )

    @property
    def _when(self) -> str:
        first, last = self.about.first_on, self.about.last_on
        if first is None or last is None:
            return ""
        return (
            f", {dated(first)}"
            if first == last
            else f", {dated(first)} to {dated(last)}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectsPage:
    """Every project that may be read."""

    projects: Sequence[ProjectAbout]

    @property
    def lines(self) -> tuple[ProjectLine, ...]:
        """List them."""
        return tuple(ProjectLine(about=one) for one in self.projects)
