"""How does Django know this part?"""

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    """From what was said in a room to a claim, and back."""

    name = "weft.voices"
    default_auto_field = "django.db.models.BigAutoField"
