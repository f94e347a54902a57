"""How does Django know this part?"""

from django.apps import AppConfig


class GroundConfig(AppConfig):
    """Areas, postcodes, calendars, and the ledger of data sets."""

    name = "weft.ground"
    default_auto_field = "django.db.models.BigAutoField"
