"""What is registered: assets, what is told of them, and offers.

The model is that of the living register (design: PRODUCT.md): anything a community
values and can name is an asset, of any kind, with or without an address; every
fact about it is somebody's word, dated, and may be disputed.
"""

import uuid

from django.db import models


class Asset(models.Model):
    """Anything a community values and can name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    region = models.ForeignKey(  # region and id have an index of their own
        "ground.Region", models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=20)  # domain/kinds.py: AssetKind
    place_kind = models.CharField(max_length=40, blank=True)  # library, pub, canal …
    name = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    story = models.TextField(blank=True)
    creative = models.BooleanField(null=True)  # any mix, never one forced
    cultural = models.BooleanField(null=True)
    community = models.BooleanField(null=True)
    food = models.BooleanField(null=True)
    heritage = models.BooleanField(null=True)
    tags = models.JSONField(default=list)  # in whoever told it's own words
    part_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="parts"
    )
    # where, for those that are somewhere
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    shape = models.JSONField(null=True)  # GeoJSON geometry of a park, a canal, a walk
    gates = models.JSONField(default=list)  # [[longitude, latitude], …] ways in
    address = models.CharField(max_length=400, blank=True)
    postcode = models.CharField(max_length=8, blank=True)  # of a public place
    lsoa21 = models.CharField(max_length=12, blank=True, db_index=True)
    # how to reach whoever looks after it
    telephone = models.CharField(max_length=40, blank=True)
    website = models.CharField(max_length=500, blank=True)
    how_to_join = models.TextField(blank=True)  # a channel, a group, a community
    reach = models.CharField(max_length=200, blank=True)  # of a channel
    languages = models.JSONField(default=list)  # BCP 47
    # who may see it, and on whose terms
    visibility = models.CharField(max_length=10, default="public")
    hidden_from_funders = models.BooleanField(default=False)
    terms = models.TextField(blank=True)  # the holder's own, travels with it
    channels_allowed = models.JSONField(default=list)  # feed, bulk, search_engine
    run_by_young_people = models.BooleanField(null=True)
    constituted = models.BooleanField(null=True)
    ownership_form = models.CharField(max_length=80, blank=True)
    consent_on = models.DateField(null=True)  # of a person: when they said yes to it
    # what became of it
    closed_on = models.DateField(null=True)
    closed_why = models.TextField(blank=True)
    # who told us
    source = models.CharField(max_length=80)  # the ledger's key, or "register"
    reference = models.CharField(max_length=200, blank=True)  # the teller's own number
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    in_latest = models.BooleanField(default=True)  # is it still in its source?

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "source", "reference"),
                condition=~models.Q(reference=""),
                name="a_source_tells_an_asset_once",
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="a_place_on_the_map_has_both_coordinates",
            ),
        )
        indexes = (
            models.Index(fields=("region", "kind")),
            # a walk through a region by key would sort all of it for every step
            models.Index(fields=("region", "id")),
            # what has no address is asked about at every feed; there is little of it
            models.Index(fields=("kind", "visibility")),
            models.Index(
                fields=("id",),
                condition=~models.Q(visibility="public"),
                name="assets_asset_not_public",
            ),
        )

    def __str__(self) -> str:
        """Say its kind and key: a person may be an asset, so never a name."""
        return f"{self.kind} {self.pk}"


class OtherName(models.Model):
    """What another community calls the same thing; both names find it."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=300)
    language = models.CharField(max_length=20, blank=True)
    used_by = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=80, blank=True)  # whose word it is


class Fact(models.Model):
    """One thing that somebody says of an asset or an offer; dated and disputable.

    ``value`` is ``yes``, ``no`` or words. Where nobody has said anything there is no
    row: unknown is not no.
    """

    asset = models.ForeignKey(Asset, models.CASCADE, null=True, related_name="facts")
    offer = models.ForeignKey("Offer", models.CASCADE, null=True, related_name="facts")
    field = models.CharField(max_length=40)  # domain/facts.py: FactField
    value = models.CharField(max_length=500)
    source = models.CharField(max_length=80)
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    disputed = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(asset__isnull=False, offer__isnull=True)
                | models.Q(asset__isnull=True, offer__isnull=False),
                name="a_fact_is_about_one_thing",
            ),
        )
        indexes = (models.Index(fields=("field", "value")),)


class FactEvent(models.Model):
    """Something that was heard of what we hold: confirmed, reported, asked.

    It says nothing about whoever said it: what weighs is the kind of event.
    """

    asset = models.ForeignKey(Asset, models.CASCADE, null=True, related_name="events")
    offer = models.ForeignKey("Offer", models.CASCADE, null=True, related_name="events")
    aspect = models.CharField(max_length=20, blank=True)  # "": all of it
    event = models.CharField(max_length=20)  # domain/sureness/heard.py: Event
    heard_on = models.DateField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(asset__isnull=False, offer__isnull=True)
                | models.Q(asset__isnull=True, offer__isnull=False),
                name="an_event_is_about_one_thing",
            ),
        )


class Tie(models.Model):
    """Who holds, runs, decides about, funds, owns or meets at what; by whose word."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="ties")
    kind = models.CharField(max_length=20)  # domain/kinds.py: TieKind
    to = models.ForeignKey(Asset, models.CASCADE, null=True, related_name="tied_from")
    to_name = models.CharField(max_length=300, blank=True)  # where it is no asset here
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    source = models.CharField(max_length=80)
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    disputed = models.BooleanField(default=False)


class Offer(models.Model):
    """Something a person can take part in; «door open, kettle on» is a whole one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    region = models.ForeignKey(  # region and id have an index of their own
        "ground.Region", models.CASCADE, related_name="+", db_index=False
    )
    name = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    group = models.ForeignKey(
        Asset, models.SET_NULL, null=True, related_name="offers"
    )  # who looks after it
    place = models.ForeignKey(
        Asset, models.SET_NULL, null=True, related_name="offers_here"
    )
    online = models.BooleanField(null=True)
    kinds = models.JSONField(default=list)  # domain/kinds.py: OfferKind, any mix
    art_forms = models.JSONField(default=list)  # singing, felt: free words, any mix
    tags = models.JSONField(default=list)
    manner = models.JSONField(default=list)  # make, watch, join, learn, play
    spectrum = models.CharField(max_length=20, blank=True)  # everyday … therapy
    safeguards = models.TextField(blank=True)
    # money
    price_pence_least = models.PositiveIntegerField(null=True)
    price_pence_most = models.PositiveIntegerField(null=True)
    price_note = models.CharField(max_length=200, blank=True)
    free_places = models.PositiveSmallIntegerField(null=True)
    # for whom, and how one gets in
    least_age = models.PositiveSmallIntegerField(null=True)
    greatest_age = models.PositiveSmallIntegerField(null=True)
    languages = models.JSONField(default=list)
    how_to_join = models.TextField(blank=True)
    joining_rule = models.CharField(max_length=20, blank=True)  # turn_up, ring, form …
    joining_hours = models.CharField(max_length=100, blank=True)  # «Mon-Fri 08:00»
    newcomers_per_week = models.PositiveSmallIntegerField(null=True)
    first_ten_minutes = models.TextField(blank=True)
    sensory = models.TextField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    website = models.CharField(max_length=500, blank=True)
    # how it is kept going
    funding = models.CharField(max_length=20, blank=True)  # core, project, none
    funded_until = models.DateField(null=True)
    run_by_young_people = models.BooleanField(null=True)
    visibility = models.CharField(max_length=10, default="public")
    closed_on = models.DateField(null=True)
    closed_why = models.TextField(blank=True)
    source = models.CharField(max_length=80)
    reference = models.CharField(max_length=200, blank=True)
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField(null=True)
    in_latest = models.BooleanField(default=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "source", "reference"),
                condition=~models.Q(reference=""),
                name="a_source_tells_an_offer_once",
            ),
        )
        # whether a feed may carry it is answered without reading the whole row
        indexes = (
            models.Index(fields=("visibility", "id", "group")),
            models.Index(fields=("region", "id")),
        )

    def __str__(self) -> str:
        """Say its name: offers are never persons."""
        return self.name
