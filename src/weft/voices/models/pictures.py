"""What does a picture show, and who is in it?"""

from uuid import uuid4

from django.db import models


class Picture(models.Model):
    """A photograph of a poster or of a room, written anew.

    In the data base and not beside it (decision 0011): it goes in one step with the
    row that names it. Where it was taken back nothing of it is left but the day.
    """

    key = models.UUIDField(primary_key=True, default=uuid4)
    source = models.OneToOneField(
        "voices.Source", models.CASCADE, related_name="picture"
    )
    jpeg = models.BinaryField(default=bytes)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    describes = models.TextField(blank=True)  # for who cannot see it
    people = models.PositiveIntegerField(default=0)  # that can be known in it
    gone_on = models.DateField(null=True)


class InPicture(models.Model):
    """Somebody who can be known in a picture, and to what they said yes."""

    picture = models.ForeignKey(Picture, models.CASCADE, related_name="persons")
    person = models.ForeignKey(
        "voices.Speaker", models.CASCADE, related_name="pictures"
    )
    uses = models.JSONField(default=list)  # kinds.Use
    until = models.DateField(null=True)
    child = models.BooleanField(default=False)
    parent_yes = models.BooleanField(null=True)
    at = models.JSONField(default=dict)  # where in it they are; {}: nobody marked it

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("picture", "person"), name="somebody_is_in_a_picture_once"
            ),
        )


class Received(models.Model):
    """That something sent by a telephone has come: sent again it is not taken twice."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="+")
    once = models.UUIDField()
    source = models.ForeignKey(
        "voices.Source", models.SET_NULL, null=True, related_name="+"
    )  # NULL: it was taken out since, and does not come again

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("project", "once"), name="what_was_sent_is_taken_once"
            ),
        )
