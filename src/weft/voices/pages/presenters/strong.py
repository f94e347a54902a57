"""How does it read what people say is strong in a place?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, listed
from weft.voices.domain.kinds import Strength
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.queries.opened import StrengthShown, StrongIn

KINDS: Mapping[Strength, str] = {
    Strength.RELATIONSHIP: "People who know each other",
    Strength.BELONGING: "Belonging",
    Strength.SUPPORT: "Help for each other",
    Strength.KNOWLEDGE: "What people know",
    Strength.FOR_OTHERS: "Things done for others",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StrongPart:
    """What people say of one kind."""

    kind: Strength
    told: tuple[StrengthShown, ...]

    @property
    def heading(self) -> str:
        """Name the kind, and say by how many voices."""
        return f"{KINDS[self.kind]}: {self.voices}"

    @property
    def voices(self) -> str:
        """Count those who said so; of words nobody knows whose, only the words."""
        known = {one.passage.speaker for one in self.told if one.passage.speaker}
        unknown = {one.passage.number for one in self.told if not one.passage.speaker}
        said = [counted(len(known), "voice", "voices")] if known else []
        if unknown:
            many = counted(len(unknown), "passage", "passages")
            said.append(f"{many} of which nobody knows who said it")
        return listed(said)

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """Give their words."""
        return tuple(PassageCard(passage=one.passage) for one in self.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrongHere:
    """What people of one project say is strong in a place."""

    strong: StrongIn

    @property
    def parts(self) -> tuple[StrongPart, ...]:
        """Put their words under what they tell of."""
        told = self.strong.strengths
        found = (
            StrongPart(kind=kind, told=tuple(one for one in told if one.kind is kind))
            for kind in Strength
        )
        return tuple(part for part in found if part.told)

    @property
    def wall(self) -> str:
        """Lead to the project."""
        return reverse("voices:wall", args=[self.strong.slug])
