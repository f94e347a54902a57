"""What can a search find, and when is it on, flat and derived?"""

from django.db import models

from weft.assets.models.register import Asset, Offer
from weft.assets.models.schedules import Schedule


class Session(models.Model):
    """One occurrence in time, on a real date, made from a schedule."""

    listing = models.ForeignKey("Listing", models.CASCADE, related_name="sessions")
    schedule = models.ForeignKey(Schedule, models.CASCADE, related_name="sessions")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    certain = models.BooleanField(default=True)
    doubt = models.CharField(max_length=20, blank=True)  # domain/schedules.py: Doubt

    class Meta:
        indexes = (
            models.Index(fields=("starts", "ends")),
            models.Index(fields=("listing", "starts")),
        )


class Listing(models.Model):
    """What a search can find: an asset or an offer, flat, ready to be filtered.

    Derived whole from the tables above by ``services.listings``; nothing is said
    here that is not said there.
    """

    id = models.BigAutoField(primary_key=True)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    asset = models.OneToOneField(
        Asset, models.CASCADE, null=True, related_name="listing"
    )
    offer = models.OneToOneField(
        Offer, models.CASCADE, null=True, related_name="listing"
    )
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=40)  # what a card calls it, a facet
    holder = models.CharField(max_length=300, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    cell_column = models.IntegerField(null=True)  # of 2 km, commons/places.py
    cell_row = models.IntegerField(null=True)
    gates = models.JSONField(null=True)  # [[longitude, latitude], …]; none: no ways in
    words = models.TextField()  # folded; everything that may find it, and no more
    online = models.BooleanField(null=True)
    always_open = models.BooleanField(null=True)  # a canal, a moor
    hours_known = models.BooleanField(default=False)
    facts = models.JSONField(default=dict)  # absent: unknown
    price_pence = models.PositiveIntegerField(null=True)
    languages = models.JSONField(default=list)
    told_on = models.DateField(null=True)
    sureness = models.FloatField(null=True)  # that it is still so, when it was listed
    sure_until = models.DateField(null=True)  # the last day on which we are sure
    confirmed_on = models.DateField(null=True)
    confirmed_by = models.CharField(max_length=20, blank=True)  # the kind of event

    class Meta:
        indexes = (
            models.Index(fields=("cell_column", "cell_row")),
            models.Index(
                fields=("region",),
                condition=models.Q(gates__isnull=False),
                name="assets_listing_with_gates",
            ),
        )
