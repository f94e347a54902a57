"""Which streets and timetables are loaded, and where do their arrays lie?

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
