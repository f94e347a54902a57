"""Which projects and workshops are there, and who was in the room?"""

import uuid

from django.db import models


class Project(models.Model):
    """A series of workshops with one set of codes, claims and causes."""

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    draft = models.TextField(blank=True)  # who made it, where nobody there checked it
    made_up = models.BooleanField(default=False)
    claims_sent_on = models.DateField(null=True)  # to those who were there
    claims_sent_how = models.CharField(max_length=300, blank=True)
    last_passage = models.PositiveIntegerField(default=0)  # no number is given twice
    suggests = models.BooleanField(default=False)  # may a machine offer something?

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "slug"), name="a_project_has_its_own_address"
            ),
        )

    def __str__(self) -> str:
        """Say which, without what was said in it."""
        return f"project {self.pk}"


class Workshop(models.Model):
    """One time that people met."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="workshops")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ref = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    questions = models.JSONField(default=list)
    held_on = models.DateField(null=True)
    place = models.CharField(max_length=200, blank=True)
    area = models.CharField(max_length=12, blank=True)  # a small area of 2021
    hosted_by = models.CharField(max_length=200, blank=True)
    came = models.PositiveIntegerField(null=True)
    spoke = models.PositiveIntegerField(null=True)
    paid_coming = models.BooleanField(null=True)
    paid_coding = models.BooleanField(null=True)
    paid_deciding = models.BooleanField(null=True)
    consent = models.TextField(blank=True)  # as they were asked
    sees = models.CharField(max_length=10, default="hosts")  # kinds.Sees
    until = models.DateField(null=True)
    needs = models.TextField(blank=True)  # what hosts and partners need too

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("project", "ref"), name="a_workshop_has_its_own_name"
            ),
        )


class Presence(models.Model):
    """How many of a group were asked, came and spoke; NULL is not known."""

    KEPT_BACK = ("invited", "came", "spoke")  # a small one leaves by no door

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="presences")
    axis = models.CharField(max_length=40)  # kinds.Axis
    group = models.CharField(max_length=100)
    invited = models.PositiveIntegerField(null=True)
    came = models.PositiveIntegerField(null=True)
    spoke = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("workshop", "axis", "group"), name="a_group_is_counted_once"
            ),
        )
