"""How does Django know this part?"""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Long work and its lease."""

    name = "weft.jobs"
    default_auto_field = "django.db.models.BigAutoField"
