"""How does Django know this part?"""

from django.apps import AppConfig


class NeedConfig(AppConfig):
    """Where inequality bears down, small area by small area."""

    name = "weft.need"
    default_auto_field = "django.db.models.BigAutoField"
