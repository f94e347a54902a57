"""How does Django know this part?"""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who acts, and what was done."""

    name = "weft.accounts"
    default_auto_field = "django.db.models.BigAutoField"
