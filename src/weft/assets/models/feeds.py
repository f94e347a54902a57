"""Whose feeds are read, what became of each reading, and what of ours came by it?"""

from django.db import models


class Feed(models.Model):
    """Somebody else's feed that is read again and again.

    What it tells bears the source ``feed-`` and its key, and nothing else does.
    """

    key = models.SlugField(primary_key=True, max_length=60)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)  # domain/harvests.py: FeedKind
    addresses = models.JSONField(default=list)
    publisher = models.CharField(max_length=200)
    licence = models.CharField(max_length=120)
    added_on = models.DateField()
    stopped = models.BooleanField(default=False)  # it is not asked any more


class FeedRun(models.Model):
    """One reading of a feed, whole or not."""

    number = models.BigAutoField(primary_key=True)
    feed = models.ForeignKey(Feed, models.CASCADE, related_name="runs")
    state = models.CharField(max_length=12)  # domain/harvests.py: RunState
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()  # or when it broke off
    rows = models.PositiveIntegerField(default=0)
    why = models.CharField(max_length=400, blank=True)  # in one sentence
    honours = models.JSONField(default=dict)  # what the feed does of what is asked
    unread = models.JSONField(default=dict)  # parts of it that we could not use
    new = models.PositiveIntegerField(default=0)  # things told for the first time
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    gone = models.PositiveIntegerField(default=0)  # not in the feed any more
    ended = models.PositiveIntegerField(default=0)  # the feed says that they have ended

    class Meta:
        indexes = (models.Index(fields=("feed", "state", "number")),)


class Brought(models.Model):
    """An asset or an offer that came by a feed, and what was last told of it.

    By the mark a reading that tells the same is known from one that tells anew.
    """

    thing = models.UUIDField(primary_key=True)  # the key of the asset or the offer
    feed = models.ForeignKey(Feed, models.CASCADE, related_name="things")
    is_offer = models.BooleanField()
    mark = models.CharField(max_length=32)
    run = models.BigIntegerField()  # the last that told of it
    said_on = models.DateField()  # when it last counted as said, or said again

    class Meta:
        indexes = (models.Index(fields=("feed", "run")),)
