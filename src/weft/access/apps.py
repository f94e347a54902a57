"""How does Django know this part?"""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """For whom there is a real choice, at which hour."""

    name = "weft.access"
    default_auto_field = "django.db.models.BigAutoField"
