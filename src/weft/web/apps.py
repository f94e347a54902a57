"""What does Django know of this package, and who tells each page whose Weft it is?"""

from django.apps import AppConfig
from django.http import HttpRequest

from weft.shell import site


class WebConfig(AppConfig):
    """The public face."""

    name = "weft.web"

    def ready(self) -> None:
        """Tell the shell which region's name and telephone stand on every page."""
        site.provide(_whose)


def _whose(request: HttpRequest) -> site.Site:
    """Ask only when a page is drawn: a command without pages starts twice as fast."""
    from weft.web.whose import whose  # noqa: PLC0415 reads shapely, polars and the like

    return whose(request)
