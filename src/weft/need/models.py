"""Which tables about areas are loaded, and where do their numbers lie?

The numbers themselves are columns of a Parquet file under the data folder, one row
an area; a row here names the newest complete one, and is swapped in whole.
"""

from django.db import models


class AreaTable(models.Model):
    """One published table about areas of one vintage."""

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    source = models.CharField(max_length=80)  # the ledger's key
    table = models.CharField(max_length=80)  # the publisher's short name: TS003, File 7
    title = models.CharField(max_length=200)
    geography = models.CharField(max_length=20)
    vintage = models.PositiveSmallIntegerField()
    edition = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()  # what the numbers speak of
    rows = models.PositiveIntegerField()
    file = models.CharField(max_length=300)  # below the data folder
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField(default=list)  # domain/columns.py: Column, as told

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "source", "table", "geography", "vintage", "year"),
                name="a_table_is_loaded_once",
            ),
        )

    def __str__(self) -> str:
        """Say what it is."""
        return (
            f"{self.source}, {self.table}, {self.geography}{self.vintage}, {self.year}"
        )
