"""Which tables about areas are loaded, where do their numbers lie, who replied?

The numbers themselves are columns of a Parquet file under the data folder, one row
an area; a row here names the newest complete one, and is swapped in whole.
"""

import uuid

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


class Reply(models.Model):
    """What somebody says to a number about their place; shown once it is accepted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    area_code = models.CharField(max_length=12)
    key = models.CharField(max_length=80)  # domain/catalogue: Indicator.key
    words = models.TextField(blank=True)  # as they were said; none once taken back
    said_as = models.CharField(max_length=80, blank=True)  # never a name
    standing = models.CharField(max_length=12)  # commons/standing.py: Standing
    said_on = models.DateField()
    decided_on = models.DateField(null=True)
    why = models.CharField(max_length=300, blank=True)  # of a reply that is declined
    code_hash = models.CharField(max_length=64, unique=True)  # the code takes it back

    class Meta:
        indexes = (
            models.Index(fields=("area_code", "standing"), name="replies_to_a_place"),
            models.Index(fields=("region", "standing"), name="replies_of_a_region"),
        )

    def __str__(self) -> str:
        """Say which number it speaks to, never what it says."""
        return f"reply {self.pk} to {self.key} in {self.area_code}"
