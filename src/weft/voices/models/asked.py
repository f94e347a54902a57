"""What does a community put first, and where do others differ?"""

from django.db import models


class Priorities(models.Model):
    """A list that a community made: when, and who decided so."""

    project = models.ForeignKey(
        "voices.Project", models.CASCADE, related_name="priorities"
    )
    ref = models.CharField(max_length=60)
    community = models.CharField(max_length=200)
    whose = models.CharField(max_length=20, blank=True)  # access.domain.Whose
    of = models.CharField(max_length=12, blank=True)  # a neighbourhood
    decided_on = models.DateField(null=True)
    people = models.PositiveIntegerField(null=True)
    how = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "ref"), name="priorities_are_known_by_one_word"
            ),
        )


class Priority(models.Model):
    """One thing on such a list."""

    listed = models.ForeignKey(Priorities, models.CASCADE, related_name="first")
    at = models.PositiveIntegerField()
    words = models.TextField()
    place = models.CharField(max_length=12, blank=True)  # a neighbourhood
    kind = models.CharField(max_length=20, blank=True)  # assets.domain.kinds.OfferKind

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(
                fields=("listed", "at"), name="one_thing_comes_at_a_time"
            ),
        )


class Elsewhere(models.Model):
    """Where somebody else would put it."""

    priority = models.ForeignKey(Priority, models.CASCADE, related_name="elsewhere")
    by = models.CharField(max_length=200)
    at = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
