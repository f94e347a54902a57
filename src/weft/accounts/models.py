"""What was done, by whom, in an order that nobody can change unseen?"""

from django.db import models


class Entry(models.Model):
    """One line of the append-only record; each carries the hash of the one before."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    deed = models.CharField(max_length=100)
    subject = models.CharField(max_length=200)
    details = models.JSONField(default=dict)
    before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        """Say what was done, never to whom."""
        return f"{self.number} {self.deed}"
