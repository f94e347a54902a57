"""What do holders, and whoever stands by them, have on record?"""

from django.db import models

from weft.assets.models.register import Asset


class AdultContact(models.Model):
    """The one grown-up by whom a group of young people can be reached.

    Whoever checks the list knows; no page, feed, file, log or export ever says who.
    """

    group = models.OneToOneField(Asset, models.CASCADE, related_name="adult_contact")
    words = models.CharField(max_length=300)  # who, and how to reach them
    noted_on = models.DateField()

    KEPT_BACK = ("words",)

    def __str__(self) -> str:
        """Say of which group, never who."""
        return f"grown-up of {self.group_id}"


class CameBack(models.Model):
    """What came back to whoever holds a thing, from those who used or learnt it.

    In words, and never as an amount of money.
    """

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="came_back")
    words = models.CharField(max_length=300)
    came_on = models.DateField()
    told_by = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (models.Index(fields=("asset", "came_on"), name="came_back_to"),)
