"""What becomes of what rests on words, when the words go?

On a statement nobody votes any more and nothing of it is shown; that there was one
stays, with what was ruled of it.
"""

from datetime import date

from weft.commons.errors import NotPossible
from weft.voices.domain.polling import StatementState, Why, takes_words_of
from weft.voices.models import Passage, Ruling, Statement
from weft.voices.services.reckoning import reckon_anew


def take_statement_back(one: Statement, today: date) -> None:
    """Leave of a statement that there was one, and count anew where it was counted."""
    if one.state == StatementState.BACK:
        return
    one.words, one.written_by, one.state = "", "", StatementState.BACK
    one.save(update_fields=["words", "written_by", "state"])
    Ruling.objects.create(
        statement=one, state=StatementState.BACK, why=Why.BACK, on=today
    )
    if one.round.shut:
        reckon_anew(one.round)


def lose_words(passage: Passage, today: date) -> None:
    """Take back the statements that live on a passage which is being taken back.

    Those that repeat its words, and those that come from no other words any more.
    """
    there = Statement.objects.filter(round__project=passage.project_id)
    for one in there.exclude(state=StatementState.BACK).prefetch_related(
        "behind__passage"
    ):
        behind = [row.passage for row in one.behind.all()]
        linked = passage in behind
        left = any(row != passage and row.withdrawn_on is None for row in behind)
        repeats = any(
            takes_words_of(one.words, words, comes_from_them=linked)
            for words in (passage.words, passage.in_english, *passage.readings)
        )
        if repeats or (linked and not left):
            take_statement_back(one, today)


def refuse_in_use(passage: Passage) -> None:
    """Refuse to take out a mark on which something rests.

    Raises
    ------
    NotPossible
        Something rests on it, or its speaker took it back or chose for it.
    """
    if passage.claims.exists() or passage.causes.exists():
        raise NotPossible("A claim or a cause rests on it. Take it from there first.")
    if passage.statements.exists():  # without its words a closed room's would be open
        raise NotPossible("People vote on a sentence made of it. It has to stay.")
    if passage.withdrawn_on:
        raise NotPossible("It was taken back by who said it. It stays as a count.")
    if passage.choice:
        raise NotPossible("Whoever said it has chosen what we do with it. It stays.")
    noted = (passage.works, passage.strengths, passage.bearings)
    if hasattr(passage, "asks_something") or any(one.exists() for one in noted):
        raise NotPossible("Something is noted of it. Take that note out first.")
