"""Which work of this part comes round by itself?"""

from django.utils import timezone

from weft.jobs.registry import Daily, job
from weft.jobs.turns import Turn
from weft.pathways.services.cards import lapse_cards


@job("pathways.lapse_cards", every=Daily(hour=4, minute=30))
def forget_cards_nobody_used(turn: Turn) -> None:
    """Forget the cards that nobody came with within twelve weeks."""
    with turn.finishing():
        turn.outcome["forgotten"] = lapse_cards(by=turn.by, today=timezone.localdate())
