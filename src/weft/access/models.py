"""What is loaded of streets and buses, which weeks are published, and where is it?

The arrays themselves are one file under the data folder; a row here names the newest
complete one, and is swapped in whole.
"""

from django.db import models


class ArrayFile(models.Model):
    """The arrays that one source gave: a street network, a timetable."""

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    source = models.CharField(max_length=80)  # the ledger's key
    what = models.CharField(max_length=40)  # domain/arrays.py: What
    file = models.CharField(max_length=300)  # below the data folder
    sha256 = models.CharField(max_length=64)
    about = models.JSONField(default=dict)  # what is not an array: names, counts

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "source"), name="a_source_gives_arrays_once"
            ),
        )

    def __str__(self) -> str:
        """Say what it is."""
        return f"{self.source}, {self.what}"


class PublishedWeek(models.Model):
    """The real choices of a region in one week, as they were published.

    It outlives a build: how a gap has grown is seen over many weeks.
    """

    region = models.CharField(max_length=60)
    week = models.DateField()  # its Monday
    file = models.CharField(max_length=300)  # below the data folder
    sha256 = models.CharField(max_length=64)
    inputs = models.JSONField(default=dict)  # what it was reckoned from, as hashes
    about = models.JSONField(default=dict)  # domain/published.py: lives, areas, terms
    published_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "week"), name="a_week_is_published_once"
            ),
        )

    def __str__(self) -> str:
        """Say which."""
        return f"{self.region}, week of {self.week}"


class NextReady(models.Model):
    """A region's newest week, made ready for asking what to put on next."""

    region = models.CharField(max_length=60, primary_key=True)
    week = models.DateField()  # its Monday
    published = models.CharField(max_length=64)  # the hash of the week it goes with
    file = models.CharField(max_length=300)  # below the data folder
    sha256 = models.CharField(max_length=64)
    about = models.JSONField(default=dict)  # domain/next_offer/prepared.py
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        """Say which."""
        return f"{self.region}, week of {self.week}"
