"""Who is written to, where, when; and which addresses never again?"""

import uuid

from django.db import models
from django.db.models import Q

from weft.assets.domain.post import WENT
from weft.assets.models.register import Asset

_WENT = sorted(one.value for one in WENT)


class Mailbox(models.Model):
    """Where a group lets itself be written to, locked: no page and no file tells it."""

    group = models.OneToOneField(
        Asset, models.CASCADE, primary_key=True, related_name="mailbox"
    )
    locked = models.TextField()  # services/post/locking.py
    mark = models.CharField(max_length=64, db_index=True)  # domain/post.py
    given_on = models.DateField()
    came_back_on = models.DateField(null=True)  # nobody is there


class StoppedAddress(models.Model):
    """An address that gets no mail again, as a mark from which nobody reads it."""

    mark = models.CharField(max_length=64, primary_key=True)
    stopped_on = models.DateField()


class AskingRound(models.Model):
    """The week's choice of whom to ask, made once."""

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    monday = models.DateField()
    chosen_on = models.DateField()
    most = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "monday"), name="a_week_is_chosen_once"
            ),
        )


class Message(models.Model):
    """A message to a group: worth sending, and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    group = models.ForeignKey(Asset, models.CASCADE, related_name="messages")
    round = models.ForeignKey(
        AskingRound, models.CASCADE, null=True, related_name="messages"
    )
    gain = models.FloatField(null=True)  # facts more that it would set right
    standing = models.CharField(max_length=12)  # domain/post.py: MessageStanding
    month = models.DateField(null=True)  # its first day: that month is taken
    went_on = models.DateField(null=True)
    mark = models.CharField(max_length=64, blank=True)  # of where a mail went
    link = models.UUIDField(null=True)  # the key of the link that went with it
    stop_hash = models.CharField(max_length=64, blank=True, db_index=True)
    said = models.CharField(max_length=40, blank=True)  # what the server said, in brief

    KEPT_BACK = ("mark", "link", "stop_hash")  # ./weft export leaves them

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("group", "month"), name="one_message_a_month_to_a_group"
            ),
            models.UniqueConstraint(
                fields=("mark", "month"),
                condition=~Q(mark=""),
                name="one_message_a_month_to_an_address",
            ),
            models.UniqueConstraint(
                fields=("round", "group"), name="a_group_is_chosen_once_a_week"
            ),
            models.CheckConstraint(
                condition=Q(month__isnull=False, standing__in=_WENT)
                | (Q(month__isnull=True) & ~Q(standing__in=_WENT)),
                name="what_went_takes_its_month",
            ),
        )
