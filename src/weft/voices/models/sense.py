"""What do people make of what was said: codes, claims, asks?"""

import uuid

from django.db import models


class Code(models.Model):
    """A word that passages are sorted by."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="codes")
    ref = models.CharField(max_length=60)
    name = models.CharField(max_length=100)
    layer = models.CharField(max_length=10, default="what")  # kinds.Layer
    memo = models.TextField(blank=True)
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="children"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("project", "ref"), name="a_code_is_known_by_one_word"
            ),
        )


class Coding(models.Model):
    """That somebody put a code to a passage."""

    code = models.ForeignKey(Code, models.CASCADE, related_name="codings")
    passage = models.ForeignKey(
        "voices.Passage", models.CASCADE, related_name="codings"
    )
    coder = models.CharField(max_length=60, blank=True)  # a pseudonym or a link's key

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("code", "passage", "coder"), name="a_code_is_put_once"
            ),
        )


class Claim(models.Model):
    """What the project says."""

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="claims")
    number = models.PositiveIntegerField()
    ref = models.CharField(max_length=60)
    words = models.TextField()
    short = models.CharField(max_length=60, blank=True)
    level = models.CharField(max_length=10, default="written")  # kinds.Level
    theme = models.CharField(max_length=100, blank=True)
    memo = models.TextField(blank=True)
    written_by = models.CharField(max_length=200, blank=True)
    lived_experience_decided = models.BooleanField(null=True)
    late = models.BooleanField(default=False)  # written after the draft was sent
    sent_on = models.DateField(null=True)  # where it is late

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "number"), name="a_claim_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=("project", "ref"), name="a_claim_is_known_by_one_word"
            ),
        )


class Behind(models.Model):
    """That a passage bears on a claim."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="behind")
    passage = models.ForeignKey("voices.Passage", models.CASCADE, related_name="claims")
    stance = models.CharField(max_length=10)  # kinds.Stance

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("claim", "passage"), name="a_passage_bears_on_a_claim_once"
            ),
        )


class Objection(models.Model):
    """«That is not what we meant»: it stands beside the claim.

    Who says so by the link of their room gets a code, with which they can take it back.
    """

    KEPT_BACK = ("code_hash",)

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="objections")
    words = models.TextField()
    # where they said it by their slip: what they take back goes with the rest
    speaker = models.ForeignKey(
        "voices.Speaker", models.CASCADE, null=True, related_name="objections"
    )
    said_by = models.CharField(max_length=100, blank=True)
    said_on = models.DateField(null=True)
    code_hash = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 NULL: no code

    class Meta:
        ordering = ("pk",)


class Ask(models.Model):
    """What somebody is asked to do, by when, and what came of it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="asks")
    words = models.TextField()
    asked_of = models.CharField(max_length=200)
    answer_by = models.DateField()
    asked_on = models.DateField(null=True)
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True)
    done = models.TextField(blank=True)
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ("pk",)
