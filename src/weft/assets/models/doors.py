"""What does the door of a place look like?"""

import uuid

from django.db import models

from weft.assets.models.register import Asset


class Door(models.Model):
    """A photograph of the way into a place, never of people.

    It is shown once a steward has looked at it. Taking it back deletes the row, and
    with it the picture: there is no file besides.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    place = models.ForeignKey(Asset, models.CASCADE, related_name="doors")
    described = models.CharField(max_length=200)  # for whoever does not see it
    shown = models.BooleanField(default=False)  # a steward has looked at it
    width = models.PositiveSmallIntegerField()  # of the large one
    height = models.PositiveSmallIntegerField()
    small = models.BinaryField()  # JPEG, domain/doors.py: WIDTHS
    large = models.BinaryField()
    given_by = models.CharField(max_length=200, blank=True)  # the group's name
    given_in_hand = models.UUIDField(null=True)  # the group whose link it was
    given_on = models.DateField()

    LEAVES = models.Q(shown=True)  # of an export: what somebody has looked at

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("place", "shown"), name="a_place_shows_one_door"
            ),
        )

    def __str__(self) -> str:
        """Say which."""
        return f"door {self.pk}"
