"""What does a group itself say in a column of an offer, and what stood there?"""

from django.db import models

from weft.assets.models.register import Offer


class OwnWord(models.Model):
    """A group's own word on a column of something it offers, and what others told.

    The column bears the group's word; ``before`` is what its source tells, which comes
    back when the group takes its word away.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="own_words")
    column = models.CharField(max_length=30)  # domain/like.py: PARTS
    value = models.JSONField(null=True)
    before = models.JSONField(null=True)
    told_by = models.CharField(max_length=200, blank=True)  # the group's name
    told_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("offer", "column"), name="a_group_says_a_column_once"
            ),
        )
