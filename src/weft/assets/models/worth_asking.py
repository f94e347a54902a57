"""Which questions could open most, as they were reckoned for one week?"""

from django.db import models


class WorthAsked(models.Model):
    """One question about one offer; the next week's take the place of all."""

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    monday = models.DateField()
    place = models.PositiveSmallIntegerField()  # in its order, from 0
    offer_key = models.UUIDField(db_index=True)  # an offer may be read in anew
    about = models.CharField(max_length=30)  # domain/worth_asking.py: About
    tongues = models.JSONField(default=list)
    more = models.JSONField(default=list)  # keys of others in the same building
    people = models.PositiveIntegerField()  # an estimate, rounded before it came here

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "place"), name="a_place_is_one_question"
            ),
        )

    def __str__(self) -> str:
        """Say which."""
        return f"{self.about} of {self.offer_key}, week of {self.monday}"
