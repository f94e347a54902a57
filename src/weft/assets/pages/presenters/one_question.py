"""In which words is a group asked one question, and told what an answer could bring?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from weft.assets.domain.facts import FactField
from weft.assets.domain.like import Part, part_of
from weft.assets.domain.told import NO, YES
from weft.assets.domain.worded import fact_in_words
from weft.assets.domain.worth_asking import NOT_SEEN, Untold, asked_in_words
from weft.assets.queries.worth_asking import OneQuestion
from weft.commons.saying import counted

DONE = {
    "one-question": "Thank you. The list says so now.",
    "one-question-back": "We have thrown your answer away.",
}
ANSWERS = ((YES, "Yes"), (NO, "No"))
_ELSEWHERE: Mapping[FactField | Untold, Part] = {
    Untold.PRICE: Part.PRICE,
    Untold.LANGUAGES: Part.LANGUAGES,
    FactField.ROOM: Part.NEWCOMERS,
}
"""On which part of their page about what it is like it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneQuestionOnPage:
    """One question, what its answer could bring, and what was answered."""

    one: OneQuestion
    here: str
    answers: ClassVar = ANSWERS

    @property
    def offer(self) -> str:
        """Name the offer it is about."""
        return self.one.question.name

    @property
    def more(self) -> str:
        """Say of how many more things of theirs the answer tells."""
        many = len(self.one.own) - 1
        return (
            f" and {counted(many, 'more thing', 'more things')} there" if many else ""
        )

    @property
    def words(self) -> str:
        """Put the question."""
        return asked_in_words(self.one.question.about, self.one.question.tongues)

    @property
    def why(self) -> str:
        """Say what the answer is for, whichever it is."""
        people = self.one.question.people
        if people == NOT_SEEN:
            return (
                "Your answer helps people choose. A no helps too: nobody comes in vain."
            )
        return (
            f"Your answer could open a third choice to about {people:,} people. A no "
            "helps too: nobody comes in vain."
        )

    @property
    def by_tap(self) -> bool:
        """Tell whether it takes a yes or a no."""
        about = self.one.question.about
        return isinstance(about, FactField) and part_of(about) is not None

    @property
    def elsewhere(self) -> str:
        """Lead to where they can tell what is no yes or no; "" where nowhere."""
        part = _ELSEWHERE.get(self.one.question.about)
        if part is None:
            return ""
        told = urlencode({"offer": self.one.question.offer, "part": part})
        return f"{self.here}/like?{told}#part-{part}"

    @property
    def answered(self) -> str:
        """Say what they answered this week."""
        about, answer = self.one.question.about, self.one.answer
        if answer is None or not isinstance(about, FactField):
            return ""
        return f"You said: {fact_in_words(about, answer)}."

    @property
    def is_shown(self) -> bool:
        """Tell whether they can answer; all of the page asks «is it still on»."""
        return self.by_tap or bool(self.elsewhere)
