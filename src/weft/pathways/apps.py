"""How does Django know this part?"""

from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    """From a person to an offer and back."""

    name = "weft.pathways"
    default_auto_field = "django.db.models.BigAutoField"
