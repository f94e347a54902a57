"""Where is the site, as well as one can tell from a command?"""

from pathlib import Path

from django.conf import settings

from weft.cli.serving_lock import whoever_serves

USUAL_PORT = 8000


def site_address(folder: Path, port: int | None) -> str:
    """Say the beginning of every address of the site.

    Parameters
    ----------
    folder
        The data folder, which may be served at this moment.
    port
        The port that was typed, if any.
    """
    if settings.BEHIND_TLS:
        return f"https://{settings.ALLOWED_HOSTS[0]}"
    served = whoever_serves(folder)
    if served.startswith("http"):
        return served
    return f"http://localhost:{port or USUAL_PORT}"
