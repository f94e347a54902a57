"""What was done, unchangeably; who holds a link, and who has an account?"""

from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from weft.accounts.roles import LinkRole, Role
from weft.accounts.things import Thing


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


class Link(models.Model):
    """A way in for somebody without an account, to one thing and in one role."""

    key = models.UUIDField(primary_key=True, default=uuid4)  # who acts, in the record
    hash = models.CharField(max_length=64, unique=True)  # the secret is kept nowhere
    role = models.CharField(max_length=10, choices=LinkRole)
    thing_kind = models.CharField(max_length=40)
    thing_key = models.CharField(max_length=100)
    let_in_by = models.ForeignKey(
        "self", null=True, on_delete=models.CASCADE, related_name="has_let_in"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)  # when the last turn began
    uses = models.PositiveIntegerField(default=0)  # within that turn

    class Meta:
        indexes = (
            models.Index(fields=("thing_kind", "thing_key"), name="links_of_a_thing"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role__in=LinkRole.values),
                name="a_link_has_a_known_role",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="a_link_ends_after_it_was_made",
            ),
        )

    def __str__(self) -> str:
        """Say in which role, never who."""
        return f"{self.role} of a {self.thing_kind}"

    @property
    def thing(self) -> Thing:
        """Say what it is bound to."""
        return Thing(self.thing_kind, self.thing_key)


class Account(AbstractBaseUser):
    """Somebody who was invited to look after the list, and how to write to them."""

    key = models.UUIDField(primary_key=True, default=uuid4)  # who acts, in the record
    email = models.EmailField(unique=True)  # stands in no other table
    role = models.CharField(max_length=15, choices=Role)
    is_active = models.BooleanField(default=True)
    invited_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = BaseUserManager["Account"]()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values),
                name="an_account_has_a_known_role",
            ),
        )

    def __str__(self) -> str:
        """Say in which role, never who."""
        return f"{self.role} {self.key}"
