"""When is something on, as it was told: rules, not yet dates?"""

from django.db import models

from weft.assets.models.register import Asset, Offer


class Schedule(models.Model):
    """When something is on, or open, as it was told: a rule, not yet dates.

    Either ``opening_hours`` in OpenStreetMap's words, or the plain columns.
    """

    offer = models.ForeignKey(
        Offer, models.CASCADE, null=True, related_name="schedules"
    )
    asset = models.ForeignKey(
        Asset, models.CASCADE, null=True, related_name="schedules"
    )
    opening_hours = models.TextField(blank=True)
    days = models.JSONField(default=list)  # [0 … 6], Monday is 0
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)  # not after starts: past midnight
    every_weeks = models.PositiveSmallIntegerField(default=1)
    of_month = models.JSONField(default=list)  # [1, 3]: first and third; [-1]: last
    first_on = models.DateField(null=True)  # anchors every_weeks
    last_on = models.DateField(null=True)
    term_time_only = models.BooleanField(default=False)
    bank_holidays = models.BooleanField(null=True)  # on, off, nobody has said
    except_dates = models.JSONField(default=list)  # ISO dates
    extra_dates = models.JSONField(default=list)
    rough = models.BooleanField(default=False)  # told as a part of the day, no clock
    said = models.CharField(max_length=500, blank=True)  # as its publisher wrote it
    unread = models.CharField(max_length=500, blank=True)  # told us, not understood
    source = models.CharField(max_length=80)
    told_on = models.DateField(null=True)

    KEPT_BACK = ("unread",)  # somebody's own words may hold a name

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(asset__isnull=False, offer__isnull=True)
                | models.Q(asset__isnull=True, offer__isnull=False),
                name="a_schedule_is_of_one_thing",
            ),
        )
