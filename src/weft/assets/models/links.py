"""Which two listings are one thing, as was found or decided?"""

from django.db import models

from weft.assets.models.register import Asset, Offer


class Link(models.Model):
    """Two listings of which it was found, or decided, whether they are one thing.

    Either two assets or two offers, the smaller key first. What the linker found is
    made anew whenever it runs; what a person decided stays, and stands above it.
    """

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    asset = models.ForeignKey(Asset, models.CASCADE, null=True, related_name="+")
    other_asset = models.ForeignKey(Asset, models.CASCADE, null=True, related_name="+")
    offer = models.ForeignKey(Offer, models.CASCADE, null=True, related_name="+")
    other_offer = models.ForeignKey(Offer, models.CASCADE, null=True, related_name="+")
    found = models.CharField(max_length=10)  # by reckoning: domain/linking, Verdict
    decided = models.CharField(max_length=10, blank=True)  # by a person: same, apart
    bits = models.FloatField(default=0)
    speaks_for = models.JSONField(default=list)  # in words, the strongest first
    speaks_against = models.JSONField(default=list)
    put_off_on = models.DateField(null=True)  # «later», until the linker runs again
    talk = models.BooleanField(default=False)  # two that overlap might want to talk

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    asset__isnull=False,
                    other_asset__isnull=False,
                    offer__isnull=True,
                    other_offer__isnull=True,
                )
                | models.Q(
                    asset__isnull=True,
                    other_asset__isnull=True,
                    offer__isnull=False,
                    other_offer__isnull=False,
                ),
                name="a_link_is_of_two_of_a_sort",
            ),
            models.UniqueConstraint(
                fields=("asset", "other_asset"), name="two_assets_are_judged_once"
            ),
            models.UniqueConstraint(
                fields=("offer", "other_offer"), name="two_offers_are_judged_once"
            ),
        )
        indexes = (models.Index(fields=("region", "found", "decided")),)
