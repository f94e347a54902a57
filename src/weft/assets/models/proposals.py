"""What did somebody tell us, what became of it, and who is not to be listed?"""

import uuid

from django.db import models

from weft.assets.models.register import Asset, Offer


class Proposal(models.Model):
    """What somebody told us of a thing, or of one that is not here yet.

    It changes nothing until it is accepted; what it changed is kept beside what stood
    there before, so that it can be undone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)  # domain/proposals.py: ProposalKind
    asset = models.ForeignKey(
        Asset, models.CASCADE, null=True, related_name="proposals"
    )
    offer = models.ForeignKey(
        Offer, models.CASCADE, null=True, related_name="proposals"
    )
    told = models.JSONField(default=dict)  # by ToldField; none once taken back
    words = models.TextField(blank=True)  # as they were said; none once taken back
    said_as = models.CharField(max_length=80, blank=True)  # never a name
    standing = models.CharField(max_length=12)  # commons/standing.py: Standing
    decides = models.CharField(max_length=12)  # domain/proposals.py: Decider
    said_on = models.DateField()
    decided_on = models.DateField(null=True)
    decided_as = models.CharField(max_length=20, blank=True)  # accounts/actors.py
    why = models.CharField(max_length=300, blank=True)  # of one that is declined
    before = models.JSONField(default=dict)  # what stood there until it was accepted
    code_hash = models.CharField(max_length=64, unique=True)  # the code takes it back

    KEPT_BACK = ("told", "words", "said_as", "why", "before", "code_hash")  # unread

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(asset__isnull=True) | models.Q(offer__isnull=True),
                name="a_proposal_is_about_one_thing_at_most",
            ),
        )
        indexes = (
            models.Index(fields=("region", "standing"), name="proposals_of_a_region"),
        )

    def __str__(self) -> str:
        """Say which, never what it says."""
        return f"proposal {self.pk}"


class Asking(models.Model):
    """A community that is asked whose something is, and what it answered.

    Its answer names who gave it: the community, and as whom somebody spoke for it.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="askings")
    community = models.ForeignKey(Asset, models.CASCADE, related_name="asked_about")
    asked_on = models.DateField()
    answer = models.CharField(max_length=10, blank=True)  # domain/disputes.py: Answer
    words = models.TextField(blank=True)
    said_as = models.CharField(max_length=80, blank=True)
    answered_on = models.DateField(null=True)

    KEPT_BACK = ("words", "said_as")  # said to those concerned

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("proposal", "community"), name="a_community_is_asked_once"
            ),
        )


class Answer(models.Model):
    """What a group answers to a line about a visit; it stands beside it for all."""

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="answer")
    words = models.TextField()
    said_on = models.DateField()


class NotListed(models.Model):
    """A name and place that asked not to be listed: a mark of them, never the words."""

    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)  # domain/proposals.py: mark_of
    asked_on = models.DateField()

    KEPT_BACK = ("mark",)  # whoever guesses a name could find that it asked

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "mark"), name="one_asks_once_not_to_be_listed"
            ),
        )
