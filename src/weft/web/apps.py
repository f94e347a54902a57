"""What does Django know of this package, and who tells each page whose Weft it is?"""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The public face."""

    name = "weft.web"

    def ready(self) -> None:
        """Tell the shell which region's name and telephone stand on every page."""
        from weft.shell import site  # noqa: PLC0415 not before Django is ready
        from weft.web.whose import whose  # noqa: PLC0415 it asks the data base

        site.provide(whose)
