"""What do we tell a browser never to do with our pages?"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]

RULES = (
    "default-src 'self'",
    "img-src 'self' data: blob:",  # the map draws its signs itself
    "worker-src 'self' blob:",  # the map reckons beside the page
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
ONLY_FROM_HERE = "; ".join(RULES)
GEOLOCATION_AND_THE_LIKE = ", ".join(
    f"{power}=()"
    for power in (
        "camera",
        "geolocation",
        "microphone",
        "payment",
        "usb",
        "browsing-topics",
    )
)


def safe_headers(respond: Respond) -> Respond:
    """Put our promises on every answer, also on static files and error pages."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.setdefault("Content-Security-Policy", settings.CONTENT_SECURITY_POLICY)
        response.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if request.method == "POST":
            # what somebody asked for stays out of every cache on the way
            response.setdefault("Cache-Control", "no-store")
        return response

    return answer
