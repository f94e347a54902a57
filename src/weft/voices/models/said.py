"""What was said, by whom as far as anybody knows, and where does it stand?"""

from django.db import models


class Speaker(models.Model):
    """Somebody who said something, by a name that is not theirs.

    Of the slip they took home only the hash of its code is kept.
    """

    KEPT_BACK = ("slip_hash",)  # a key to what is theirs

    project = models.ForeignKey(
        "voices.Project", models.CASCADE, related_name="speakers"
    )
    ref = models.CharField(max_length=60)
    kind = models.CharField(max_length=10)  # kinds.SpeakerKind
    name = models.CharField(max_length=100)
    chooses_first = models.BooleanField(default=False)
    slip_hash = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 NULL: no slip

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("project", "ref"), name="a_speaker_is_known_by_one_word"
            ),
        )


class Source(models.Model):
    """A text, a poster, a picture, a recording or a summary."""

    workshop = models.ForeignKey(
        "voices.Workshop", models.CASCADE, related_name="sources"
    )
    ref = models.CharField(max_length=60)
    place = models.PositiveIntegerField()  # in the order in which it was told
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)  # kinds.SourceKind
    level = models.CharField(max_length=10, default="said")  # kinds.Level
    text = models.TextField(blank=True)
    language = models.CharField(max_length=20, default="en")
    left_out = models.JSONField(default=list)  # of its file: «3 comments», «1 macro»

    class Meta:
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(
                fields=("workshop", "ref"), name="a_source_is_known_by_one_word"
            ),
        )


class Passage(models.Model):
    """Some words, a part of a picture or a stretch of a recording.

    ``at`` holds the three numbers or four of its place (``domain.anchors``), and the
    quote beside them. Where its speaker took the words back, all of it is empty and
    ``withdrawn_on`` stays, so that the count stays true.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="passages")
    number = models.PositiveIntegerField()  # P4: within its project
    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="+")
    ref = models.CharField(max_length=60)
    at = models.JSONField(default=dict)
    words = models.TextField(blank=True)
    speaker = models.ForeignKey(Speaker, models.SET_NULL, null=True, related_name="+")
    first_hand = models.BooleanField(null=True)
    on_behalf_of = models.CharField(max_length=100, blank=True)
    readings = models.JSONField(default=list)
    in_english = models.TextField(blank=True)
    put_by = models.CharField(max_length=100, blank=True)
    warning = models.CharField(max_length=200, blank=True)
    whole = models.BooleanField(default=False)  # a poem: no code is asked for
    hangs_on = models.ForeignKey(  # the words that its list hangs on
        "self", models.SET_NULL, null=True, related_name="hanging"
    )
    choice = models.CharField(max_length=10, blank=True)  # kinds.Shown
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "number"), name="a_passage_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=("project", "ref"), name="a_passage_is_known_by_one_word"
            ),
        )
