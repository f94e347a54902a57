"""What becomes of a statement whose words were taken back?

Nobody votes on it any more and nothing of it is shown; that there was one stays, with
what was ruled of it and how many there were.
"""

from datetime import date

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
