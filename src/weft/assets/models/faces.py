"""How many came to a group for the first time, by the group's own word?"""

from django.db import models

from weft.assets.models.register import Asset


class NewFaces(models.Model):
    """A number of one week. Only the group's own page shows it as it is."""

    group = models.ForeignKey(Asset, models.CASCADE, related_name="+")
    monday = models.DateField()
    number = models.PositiveSmallIntegerField()
    told_on = models.DateField()

    KEPT_BACK = ("number",)  # a small one leaves by no door

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("group", "monday"), name="a_week_has_one_number_of_new_faces"
            ),
        )
