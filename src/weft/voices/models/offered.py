"""Of whom was it spoken, and what did a machine offer somebody to look at?"""

from django.db import models


class Mentioned(models.Model):
    """People of whom passages speak, and the claims that name them too."""

    project = models.ForeignKey(
        "voices.Project", models.CASCADE, related_name="mentioned"
    )
    name = models.CharField(max_length=200)
    passages = models.ManyToManyField("voices.Passage", related_name="mentions")
    named_by = models.ManyToManyField("voices.Claim", related_name="names")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "name"), name="people_are_mentioned_by_one_name"
            ),
        )


class Suggestion(models.Model):
    """A passage, or a code for one, to look at; nothing is done unless somebody does.

    It keeps no words: why two things are alike is reckoned anew for whoever looks.
    """

    project = models.ForeignKey(
        "voices.Project", models.CASCADE, related_name="suggestions"
    )
    kind = models.CharField(max_length=10)  # kinds.Suggests
    passage = models.ForeignKey(
        "voices.Passage", models.CASCADE, related_name="suggestions"
    )
    claim = models.ForeignKey(
        "voices.Claim", models.CASCADE, null=True, related_name="suggestions"
    )
    beside = models.ForeignKey(
        "voices.Passage", models.CASCADE, null=True, related_name="+"
    )
    code = models.ForeignKey(
        "voices.Code", models.CASCADE, null=True, related_name="suggestions"
    )
    method = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    score = models.FloatField()
    state = models.CharField(max_length=10, default="offered")
    by = models.CharField(max_length=60, blank=True)  # who answered: a link's key
    answered_on = models.DateField(null=True)

    class Meta:
        ordering = ("-score", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("claim", "passage"), name="a_claim_is_offered_a_passage_once"
            ),
            models.UniqueConstraint(
                fields=("beside", "passage"), name="two_passages_are_laid_beside_once"
            ),
            models.UniqueConstraint(
                fields=("code", "passage"), name="a_code_is_offered_once"
            ),
        )
