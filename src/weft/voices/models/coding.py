"""How do people sort what was said: what was done, by whom, and who did it blind?

Nothing here holds a word of what was said: passages are numbers, marks are places.
"""

from django.db import models


class Act(models.Model):
    """One thing that was done to codes and marks: written once, never changed.

    ``before`` holds what takes it back, in keys and numbers; it is emptied where a
    speaker took words back that it could bring again.
    """

    KEPT_BACK = ("before",)

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="acts")
    number = models.PositiveIntegerField()  # in the order in which it was done
    at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=60, blank=True)  # the key of a link
    deed = models.CharField(max_length=20)  # kinds.Deed
    code = models.CharField(max_length=60, blank=True)  # a ref, which may be gone
    other = models.CharField(max_length=60, blank=True)
    passage = models.PositiveIntegerField(null=True)
    said = models.JSONField(default=dict)  # names of codes, and counts
    before = models.JSONField(default=dict)
    undoes = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "number"), name="an_act_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=("project", "undoes"), name="an_act_is_undone_once"
            ),
        )


class Facet(models.Model):
    """How somebody sees a passage: of which time it tells, and how it presses.

    Several may stand at one passage: what was so can be so still.
    """

    passage = models.ForeignKey("voices.Passage", models.CASCADE, related_name="facets")
    value = models.CharField(max_length=10)  # kinds.FacetKind
    coder = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("passage", "value", "coder"), name="a_facet_is_put_once"
            ),
        )


class Reading(models.Model):
    """That somebody codes a text without seeing how others did.

    The project's own reading has no link; its marks are copied when it is done, so
    that no reading changes once it may be seen.
    """

    source = models.ForeignKey(
        "voices.Source", models.CASCADE, related_name="readings_of"
    )
    name = models.CharField(max_length=60)  # that is not theirs
    ref = models.CharField(max_length=40, unique=True)  # what their link is bound to
    own = models.BooleanField(default=False)  # by those who hold the project
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("source", "name"), name="a_reader_has_their_own_name"
            ),
        )


class ReadingMark(models.Model):
    """Which place of its text a reading marks."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="marks")
    start = models.PositiveIntegerField()  # code points
    end = models.PositiveIntegerField()  # exclusive

    class Meta:
        ordering = ("start", "end")
        constraints = (
            models.UniqueConstraint(
                fields=("reading", "start", "end"), name="a_place_is_marked_once"
            ),
        )


class ReadingCode(models.Model):
    """Which code a reading put there."""

    mark = models.ForeignKey(ReadingMark, models.CASCADE, related_name="codes")
    code = models.ForeignKey("voices.Code", models.CASCADE, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("mark", "code"), name="a_reading_puts_a_code_once"
            ),
        )
