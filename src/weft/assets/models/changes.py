"""What did a group change of something it offers, and because of whose words?"""

from django.db import models

from weft.assets.models.register import Offer


class Change(models.Model):
    """«You said, we changed»: one version of an offer became the next.

    Told by the group itself; who spoke is one of a few kinds of people, never a name.
    """

    id = models.BigAutoField(primary_key=True)
    offer = models.ForeignKey(Offer, models.CASCADE, related_name="changes")
    changed_on = models.DateField()  # from this day on it is as it says
    whose = models.CharField(max_length=20, blank=True)  # domain/changing.py: Whose
    said = models.CharField(max_length=300, blank=True)  # what they said
    changed = models.CharField(max_length=300, blank=True)  # what the group changed
    was = models.CharField(max_length=300, blank=True)  # how it was before
    of_times = models.BooleanField(default=False)  # written down when times were told
    rules_before = models.JSONField(default=list)  # domain/changing.py: rule_kept
    rules_after = models.JSONField(default=list)
    told_by = models.CharField(max_length=200, blank=True)  # the group's name
    told_on = models.DateField()

    class Meta:
        ordering = ("changed_on", "id")

    def __str__(self) -> str:
        """Say which, never what was said."""
        return f"change {self.pk}"
