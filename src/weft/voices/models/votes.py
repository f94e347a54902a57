"""On what do people vote, and what did each ballot say?

Of a ballot's code only the hash is kept; nothing says who had it, and a vote
bears no hour.
"""

from django.db import models


class Round(models.Model):
    """One time that people vote on statements.

    ``key`` stands in the address that hangs in the room and is printed on every ballot:
    it opens the statements, and a ballot's code lets one vote. ``reckoned`` holds the
    groups that were found when the round was shut (``domain.votes.reckoned``).
    """

    KEPT_BACK = ("key", "reckoned")

    project = models.ForeignKey("voices.Project", models.CASCADE, related_name="rounds")
    workshop = models.ForeignKey(
        "voices.Workshop", models.CASCADE, null=True, related_name="rounds"
    )
    ref = models.CharField(max_length=60)
    key = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    question = models.TextField(blank=True)
    opens_on = models.DateField(null=True)
    closes_on = models.DateField(null=True)  # the last day on which one may vote
    shut = models.BooleanField(default=False)
    asked = models.PositiveIntegerField(null=True)  # how many people were asked
    reckoned = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("project", "ref"), name="a_round_is_known_by_one_word"
            ),
        )


class Ballot(models.Model):
    """A paper, or a code for a phone: one for each who votes."""

    KEPT_BACK = ("code_hash",)  # a key to what is theirs

    round = models.ForeignKey(Round, models.CASCADE, related_name="ballots")
    number = models.PositiveIntegerField()
    code_hash = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 NULL: no code
    typed = models.PositiveSmallIntegerField(default=0)  # 2: twice, and the same

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("round", "number"), name="a_ballot_has_its_own_number"
            ),
        )


class Statement(models.Model):
    """Something that people say yes or no to."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="statements")
    number = models.PositiveIntegerField()
    words = models.TextField(blank=True)  # empty where they were taken back
    written_by = models.CharField(max_length=100, blank=True)
    ballot = models.ForeignKey(Ballot, models.SET_NULL, null=True, related_name="put")
    state = models.CharField(max_length=10)  # polling.StatementState

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("round", "number"), name="a_statement_has_its_own_number"
            ),
        )


class StatementWords(models.Model):
    """That a statement comes from a passage."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="behind")
    passage = models.ForeignKey(
        "voices.Passage", models.CASCADE, related_name="statements"
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("statement", "passage"), name="a_statement_names_a_passage_once"
            ),
        )


class Ruling(models.Model):
    """That a statement was let in or left out; rows are only ever added."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="rulings")
    state = models.CharField(max_length=10)  # polling.StatementState
    why = models.CharField(max_length=10)  # polling.Why
    by = models.CharField(max_length=60, blank=True)  # the key of a link: no name
    on = models.DateField(null=True)

    class Meta:
        ordering = ("pk",)


class Vote(models.Model):
    """What one ballot says to one statement."""

    KEPT_BACK = ("vote",)  # many of one ballot could tell whose it is

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="votes")
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="votes")
    vote = models.SmallIntegerField()  # domain.votes.Vote
    on_paper = models.BooleanField(default=False)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("ballot", "statement"), name="a_ballot_says_one_thing"
            ),
        )
