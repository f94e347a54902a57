"""What is somebody asked to lend a hand with, and what does it ask of them?"""

import uuid

from django.db import models

from weft.assets.models.register import Asset


class Chance(models.Model):
    """A chance to lend a hand, be paid or learn: how long in all, with whom, for what.

    Whether it may be seen is asked of the group that gives it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)  # domain/chances.py: ChanceKind
    name = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    group = models.ForeignKey(
        Asset, models.CASCADE, null=True, related_name="chances"
    )  # who asks
    place = models.ForeignKey(
        Asset, models.SET_NULL, null=True, related_name="chances_here"
    )
    minutes_in_all = models.PositiveIntegerField(null=True)  # from first to last
    once = models.BooleanField(null=True)  # one go, and no more is asked
    when = models.CharField(max_length=200, blank=True)  # as it was told
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)  # the last day on which it is open
    with_whom = models.CharField(max_length=200, blank=True)
    expenses = models.BooleanField(null=True)  # paid back or not; none: nobody said
    expenses_note = models.CharField(max_length=200, blank=True)
    pay = models.CharField(max_length=100, blank=True)  # as it was told
    region_wide = models.BooleanField(null=True)  # for people of the whole region
    telephone = models.CharField(max_length=40, blank=True)
    how_to_join = models.TextField(blank=True)
    source = models.CharField(max_length=80)
    reference = models.CharField(max_length=200, blank=True)
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=("region", "kind"), name="chances_of_a_region"),)

    def __str__(self) -> str:
        """Say which, by its name: chances are never persons."""
        return self.name
