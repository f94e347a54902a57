"""What causes what, by whose account?"""

from django.db import models


class Thing(models.Model):
    """Something that grows or shrinks: what an arrow leads from or to."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="things")
    name = models.CharField(max_length=200)
    measured_by = models.CharField(max_length=80, blank=True)  # a figure's key
    across = models.PositiveIntegerField(null=True)  # on the canvas; NULL: not placed
    down = models.PositiveIntegerField(null=True)

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
    who = models.CharField(max_length=200, blank=True)  # could do something about it
    both_ways = models.BooleanField(default=False)

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


class NamedLoop(models.Model):
    """What people call a way round."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="loops")
    name = models.CharField(max_length=100, blank=True)
    hopeful = models.BooleanField(default=False)

    class Meta:
        ordering = ("pk",)


class LoopThing(models.Model):
    """A thing that a named loop runs through."""

    loop = models.ForeignKey(NamedLoop, models.CASCADE, related_name="through")
    thing = models.ForeignKey(Thing, models.CASCADE, related_name="loops")
    place = models.PositiveIntegerField()  # in the order in which it runs

    class Meta:
        ordering = ("place",)


class MapStep(models.Model):
    """How a map was before somebody drew on it, so that it can be undone."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="steps")
    done = models.CharField(max_length=40)  # names nothing: words may be taken back
    moved = models.ForeignKey(Thing, models.SET_NULL, null=True, related_name="+")
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)
