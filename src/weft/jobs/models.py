"""Which work is asked for, who is at it, how far, and what became of it?

The queue itself is django-tasks-db's table; a row here has the same key and keeps
what that table does not: the lease, the tries, the progress. A killed worker leaves
its task RUNNING for ever there (measured; known upstream), so the lease is ours.
"""

from django.db import models


class Work(models.Model):
    """One piece of work, from asking for it to what came of it."""

    id = models.UUIDField(primary_key=True)  # the same as in the queue
    job = models.CharField(max_length=80)
    key = models.CharField(max_length=200, blank=True)  # asked for once by this name
    asked_by = models.CharField(max_length=200)
    tries = models.PositiveSmallIntegerField(default=0)
    leased_by = models.CharField(max_length=64, blank=True)  # "" when nobody is at it
    leased_until = models.DateTimeField(null=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    saying = models.CharField(max_length=200, blank=True)
    problem = models.CharField(max_length=500, blank=True)  # of the last try
    given_up = models.BooleanField(default=False)  # a dead letter: somebody must look

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("job", "key"),
                condition=~models.Q(key=""),
                name="work_with_a_key_is_asked_for_once",
            ),
        )
        indexes = (models.Index(fields=("leased_until",)),)

    def __str__(self) -> str:
        """Say which job it is, never for whom."""
        return f"{self.job} {self.id}"
