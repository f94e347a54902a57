"""In which roles does somebody act who has a link, or an account?"""

from django.db.models import TextChoices


class LinkRole(TextChoices):
    """What a link lets its holder be."""

    HOLDER = "holder"
    MEMBER = "member"
    INVITED = "invited"


class Role(TextChoices):
    """What somebody with an account looks after."""

    STEWARD = "steward"
    ADMINISTRATOR = "administrator"
