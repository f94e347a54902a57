"""What do passages ask, name, bear out, or tell of a place?"""

from django.db import models


class Strength(models.Model):
    """That a passage tells of something that a place has."""

    passage = models.ForeignKey(
        "voices.Passage", models.CASCADE, related_name="strengths"
    )
    kind = models.CharField(max_length=20)  # kinds.Strength
    place = models.CharField(max_length=12)  # of a neighbourhood or small area

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("passage", "kind", "place"), name="a_strength_is_told_once"
            ),
        )


class Question(models.Model):
    """That a passage asks something; open until somebody answers."""

    passage = models.OneToOneField(
        "voices.Passage", models.CASCADE, related_name="asks_something"
    )
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        ordering = ("pk",)


class Work(models.Model):
    """A book, a song … that somebody named."""

    passage = models.ForeignKey("voices.Passage", models.CASCADE, related_name="works")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=10)  # kinds.WorkKind

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("passage", "name"), name="a_work_is_named_once"
            ),
        )


class Assumption(models.Model):
    """What is taken to be so."""

    project = models.ForeignKey(
        "voices.Project", models.CASCADE, related_name="assumptions"
    )
    ref = models.CharField(max_length=60)
    words = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "ref"), name="an_assumption_is_known_by_one_word"
            ),
        )


class Bearing(models.Model):
    """That a passage bears an assumption out, or does not."""

    assumption = models.ForeignKey(Assumption, models.CASCADE, related_name="bearings")
    passage = models.ForeignKey(
        "voices.Passage", models.CASCADE, related_name="bearings"
    )
    holds = models.BooleanField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("assumption", "passage"), name="a_passage_bears_on_it_once"
            ),
        )
