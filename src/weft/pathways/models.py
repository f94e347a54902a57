"""Which cards were handed over, and how many people came with one?

A card is a random code that somebody takes along. Of it we keep a hash, the offer and
the week, and nothing about whoever gave it or got it; once it was used, not even that.
"""

from django.db import models


class Card(models.Model):
    """A card that nobody has come with yet."""

    code_hash = models.CharField(max_length=64, unique=True)
    # By its key alone: an offer may be read in anew while a card is in a pocket.
    offer = models.UUIDField(db_index=True)
    monday = models.DateField()  # of the week in which it was handed over

    def __str__(self) -> str:
        """Say of which week it is."""
        return f"a card of the week of {self.monday}"


class Came(models.Model):
    """How many came to an offer with a card in one week."""

    offer = models.UUIDField()
    monday = models.DateField()
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("offer", "monday"), name="those_who_came_are_counted_once"
            ),
        )

    def __str__(self) -> str:
        """Say of which week it is."""
        return f"who came in the week of {self.monday}"
