"""What causes what, by whose account?"""

from django.db import models


class Thing(models.Model):
    """Something that grows or shrinks: what an arrow leads from or to."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="things")
    name = models.CharField(max_length=200)
    measured_by = models.CharField(max_length=80, blank=True)  # an indicator's key

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("project", "name"), name="a_thing_has_its_own_name"
            ),
        )


class Cause(models.Model):
    """That one thing makes another more or less."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="causes")
    ref = models.CharField(max_length=60)
    cause = models.ForeignKey(Thing, models.CASCADE, related_name="effects")
    effect = models.ForeignKey(Thing, models.CASCADE, related_name="causes")
    sign = models.CharField(max_length=1)  # kinds.Sign
    basis = models.CharField(max_length=10)  # kinds.Basis
    takes_time = models.BooleanField(null=True)
    scale = models.CharField(max_length=10, blank=True)  # kinds.Scale

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("project", "ref"), name="a_cause_is_known_by_one_word"
            ),
        )


class CauseWords(models.Model):
    """That a passage tells of a cause."""

    cause = models.ForeignKey(Cause, models.CASCADE, related_name="words")
    passage = models.ForeignKey("voices.Passage", models.CASCADE, related_name="causes")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("cause", "passage"), name="a_passage_tells_a_cause_once"
            ),
        )
