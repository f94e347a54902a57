"""Which entries were drawn by chance to be looked at, and what came of it?"""

from django.db import models
from django.db.models import Q


class Audit(models.Model):
    """The draw of one month; with its seed anybody who has the list draws it again."""

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    month = models.DateField()  # its first day
    seed = models.CharField(max_length=64)
    drawn_on = models.DateField()
    out_of = models.PositiveIntegerField()  # entries that were listed on that day
    mark = models.CharField(max_length=64)  # SHA-256 of their keys, in order

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "month"), name="a_month_is_drawn_once"
            ),
        )


class AuditEntry(models.Model):
    """One entry that was drawn. What leaves the list meanwhile stays in the draw."""

    audit = models.ForeignKey(Audit, models.CASCADE, related_name="entries")
    number = models.PositiveSmallIntegerField()  # in the order of the draw
    thing = models.UUIDField()  # of an asset or an offer
    is_offer = models.BooleanField()
    finding = models.CharField(max_length=12, blank=True)  # domain/audit.py: Finding
    wrong_in = models.JSONField(default=list)  # domain/audit.py: Side
    looked_on = models.DateField(null=True)
    message = models.UUIDField(null=True)  # of the call, which is their message

    KEPT_BACK = ("thing", "finding", "wrong_in", "message")  # no league of groups

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("audit", "number"), name="an_audit_counts_each_once"
            ),
            models.UniqueConstraint(
                fields=("audit", "thing"), name="an_audit_draws_each_once"
            ),
            models.CheckConstraint(
                condition=Q(finding="", looked_on__isnull=True)
                | (~Q(finding="") & Q(looked_on__isnull=False)),
                name="what_was_looked_at_has_its_day",
            ),
        )
