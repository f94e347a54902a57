"""How does Django know this part?"""

from django.apps import AppConfig


class AssetsConfig(AppConfig):
    """What is here, and who holds it."""

    name = "weft.assets"
    default_auto_field = "django.db.models.BigAutoField"
