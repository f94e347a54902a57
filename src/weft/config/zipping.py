"""What is sent smaller than it is?

Compressing a page that carries a secret beside words from the address can give the
secret away (BREACH). Public pages carry none: their forms need no token. Pages behind
a sign-in carry a token, which Django masks anew for each answer; it pads the pages
besides.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

SMALL_ALREADY = ("image/png", "image/webp", "font/", "application/zip")
PART_OF_A_FILE = 206


class Zipped(GZipMiddleware):
    """Compress what gets smaller, and never a part of a file."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Leave parts of files alone: their bytes are counted from the uncompressed."""
        kind = response.get("Content-Type", "")
        if (
            response.status_code == PART_OF_A_FILE
            or response.has_header("Accept-Ranges")
            or kind.startswith(SMALL_ALREADY)
        ):
            return response
        return super().process_response(request, response)
