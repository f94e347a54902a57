"""Which areas are there, of which year, and where does each table come from?"""

from django.db import models


class Region(models.Model):
    """A part of England that this deployment serves."""

    slug = models.SlugField(primary_key=True)
    name = models.CharField(max_length=200)
    made_up = models.BooleanField(default=False)
    settings = models.JSONField(default=dict)  # telephone, languages, calendar, lines
    built_at = models.DateTimeField(null=True)
    inputs_hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        """Say its name."""
        return self.name


class Dataset(models.Model):
    """One table that somebody published, as it was read: the ledger's line."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="datasets")
    source = models.CharField(max_length=80)  # the key in regions/<slug>.toml
    part = models.CharField(max_length=20)
    importer = models.CharField(max_length=80)
    file = models.CharField(max_length=300)  # as the region file names it
    publisher = models.CharField(max_length=200)
    licence = models.CharField(max_length=120)
    edition = models.CharField(max_length=120)
    dated = models.DateField(null=True)
    geography = models.CharField(max_length=20, blank=True)
    vintage = models.PositiveSmallIntegerField(null=True)
    files = models.JSONField(default=list)  # [{"name", "bytes", "sha256"}]
    address = models.URLField(max_length=500, blank=True)
    rows_read = models.PositiveBigIntegerField(default=0)
    used = models.PositiveBigIntegerField(default=0)
    left_out = models.JSONField(default=dict)  # reason -> rows
    not_understood = models.JSONField(default=dict)  # reason -> rows
    examples = models.JSONField(default=list)
    joins = models.JSONField(default=dict)  # to what -> "hits of rows"
    read_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "source"), name="one_line_in_the_ledger_per_source"
            ),
        )

    def __str__(self) -> str:
        """Say what it is."""
        return f"{self.source} {self.edition}"


class Area(models.Model):
    """An area of official statistics, of one year."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="areas")
    geography = models.CharField(max_length=20)
    vintage = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    called = models.CharField(max_length=200, blank=True)  # by people who live there
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    point_is_weighted = models.BooleanField(null=True)  # by population; None: not said
    boundary = models.BinaryField(null=True)  # WKB, longitude and latitude
    people = models.PositiveIntegerField(null=True)  # residents, newest loaded census
    urban = models.BooleanField(null=True)
    rural_urban = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "geography", "vintage", "code"),
                name="an_area_is_told_once",
            ),
        )
        indexes = (models.Index(fields=("code",)),)

    def __str__(self) -> str:
        """Say its name and code."""
        return f"{self.name} ({self.code})"


class AreaLink(models.Model):
    """One area lies in, or became, another: exact fit or best fit, dated."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="links")
    source = models.CharField(max_length=80)
    geography = models.CharField(max_length=20)
    vintage = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=12)
    to_geography = models.CharField(max_length=20)
    to_vintage = models.PositiveSmallIntegerField()
    to_code = models.CharField(max_length=12)
    change = models.CharField(max_length=1, blank=True)
    # U, S, M, X between vintages; N: lies beside

    class Meta:
        indexes = (
            models.Index(fields=("code", "to_geography", "to_vintage")),
            models.Index(fields=("to_code", "geography", "vintage")),
        )


class Postcode(models.Model):
    """Where a postcode lies; kept without its blank, as ``HX78EH``."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="postcodes")
    compact = models.CharField(max_length=7)
    latitude = models.FloatField()
    longitude = models.FloatField()
    oa21 = models.CharField(max_length=12, blank=True)
    lsoa21 = models.CharField(max_length=12)
    live = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "compact"), name="a_postcode_is_told_once"
            ),
        )
        indexes = (models.Index(fields=("compact",)),)


class NamedPlace(models.Model):
    """A town, village, street or stop that somebody may start from, by its name."""

    region = models.ForeignKey(Region, models.CASCADE, related_name="named_places")
    kind = models.CharField(max_length=20)  # domain/named.py: NamedPlaceKind
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)  # as it is looked up
    within = models.CharField(max_length=200, blank=True)  # to tell two alike apart
    latitude = models.FloatField()
    longitude = models.FloatField()

    def __str__(self) -> str:
        """Say its name."""
        return self.name
