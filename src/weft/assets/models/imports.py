"""Which spreadsheets were taken in, and what of them was not?"""

from django.db import models


class Import(models.Model):
    """One spreadsheet that was taken in, and can be taken back whole.

    What it told bears the source ``import-`` and its number, and nothing else does.
    """

    number = models.BigAutoField(primary_key=True)
    region = models.ForeignKey("ground.Region", models.CASCADE, related_name="+")
    file = models.CharField(max_length=200)  # what the file was called
    checksum = models.CharField(max_length=64)  # SHA-256 of the file
    told_by = models.CharField(max_length=200, blank=True)
    told_on = models.DateField()
    rows = models.PositiveIntegerField()  # below the headings
    taken = models.PositiveIntegerField()
    left = models.JSONField(default=list)  # what was not taken, in the teller's words
    undone = models.BooleanField(default=False)

    KEPT_BACK = ("left",)  # never exported: nobody has looked at what stands in it

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("region", "checksum"),
                condition=models.Q(undone=False),
                name="a_file_is_taken_once",
            ),
        )
