"""When did each thing come onto the list, what is on for a while, who wants to hear?"""

import uuid

from django.db import models
from django.db.models import F, Q


class Arrival(models.Model):
    """The moment at which something was first on the list.

    Kept when it leaves, so that what comes back is not new. Whether it may be seen is
    asked of the thing, never of this row.
    """

    thing = models.UUIDField(primary_key=True)  # of an asset or an offer
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    since = models.DateTimeField(null=True)  # null: there from the beginning

    class Meta:
        indexes = (models.Index(fields=("region", "since")),)


class Campaign(models.Model):
    """Something that is on for a while, in words that somebody published by name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    area = models.CharField(max_length=12, blank=True)  # a district; "": all of it
    name = models.CharField(max_length=100)
    words = models.TextField()
    website = models.CharField(max_length=300, blank=True)
    kinds = models.JSONField(default=list)  # domain/kinds.py: OfferKind
    starts_on = models.DateField()
    ends_on = models.DateField()
    published_at = models.DateTimeField()
    taken_down = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="a_campaign_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        """Say its name: campaigns are never persons."""
        return self.name


class Reader(models.Model):
    """Somebody who wants to hear what is new near a place; forgotten when they stop."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    locked = models.TextField()  # services/post/locking.py: the address
    mark = models.CharField(max_length=64)  # domain/post.py
    near = models.CharField(max_length=20)  # an area or a 1 km square, never a home
    kind = models.CharField(max_length=40, blank=True)
    asked_at = models.DateTimeField()
    confirmed_on = models.DateField(null=True)  # null: has not said yes yet
    told_until = models.DateTimeField(null=True)  # what came before was told
    secret_hash = models.CharField(max_length=64, unique=True)  # says yes, and stops
    secret_locked = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("mark",),
                condition=Q(confirmed_on__isnull=False),
                name="an_address_hears_once",
            ),
            models.UniqueConstraint(
                fields=("mark",),
                condition=Q(confirmed_on__isnull=True),
                name="an_address_is_asked_once",
            ),
        )
