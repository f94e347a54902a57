"""What did the feeds last say, and when did that change?"""

from django.db import models

from weft.assets.models.register import Offer


class Published(models.Model):
    """What the feeds last said of an offer: when that changed, by what it is found.

    Derived by ``services.listings``, and kept when the offer itself has gone, so that
    a feed can say so. Whether it may be seen is asked of the offer, never of this row.
    """

    offer = models.OneToOneField(
        Offer,
        models.DO_NOTHING,
        primary_key=True,
        db_constraint=False,
        related_name="published",
    )
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    live = models.BooleanField()
    digest = models.CharField(max_length=64)  # of all that is told of it
    change = models.BigIntegerField(unique=True)  # rises with every change of any
    modified_at = models.DateTimeField(db_index=True)  # whole seconds
    words = models.TextField(blank=True)  # folded, a blank before each
    # it is a session in OpenActive's sense, or was once: its feed tells what has gone
    was_session = models.BooleanField(default=False)
    # what a feed may be asked by, so that 100,000 are chosen from without a join
    group = models.UUIDField(null=True, db_index=True)  # as the feed names it
    somewhere = models.BooleanField(default=False)  # at a place it names, or online
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    least_age = models.PositiveSmallIntegerField(null=True)
    greatest_age = models.PositiveSmallIntegerField(null=True)

    class Meta:
        # 100,000 are counted in a quarter of the time that reading the rows takes
        indexes = (
            models.Index(fields=("offer", "live")),
            # with all that is asked of a row besides, so that none need be read
            models.Index(
                fields=("latitude", "longitude", "live", "offer"),
                name="assets_published_where",
            ),
        )


class PublishedTime(models.Model):
    """One time of a weekday at which a published offer is on."""

    published = models.ForeignKey(Published, models.CASCADE, related_name="times")
    day = models.PositiveSmallIntegerField()  # Monday is 0
    opens_at = models.TimeField(null=True)
    closes_at = models.TimeField(null=True)


class PublishedTerm(models.Model):
    """One term of a taxonomy that a published offer is under."""

    published = models.ForeignKey(Published, models.CASCADE, related_name="terms")
    taxonomy = models.UUIDField(db_index=True)
    term = models.UUIDField(db_index=True)
    name = models.CharField(max_length=300)
