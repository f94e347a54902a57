"""Who asks for a page?"""

from django.http import HttpRequest

from weft.accounts.actors import Actor
from weft.accounts.links import LinkAbout
from weft.accounts.services.linking import use_link

SECRET = "secret"  # noqa: S105 how routes behind a link name it: «g/<str:secret>»
_FOUND = "weft_link"


def link_of(request: HttpRequest) -> LinkAbout | None:
    """Give the link in a page's address, used once for the whole request.

    Returns
    -------
    LinkAbout | None
        None where the route has no place for a link.

    Raises
    ------
    NotFound
        The link is unknown, ended or switched off.
    TooOften
        It was used too often.
    """
    kept = vars(request)
    if _FOUND not in kept:
        matched = request.resolver_match
        secret = matched.kwargs.get(SECRET) if matched else None
        kept[_FOUND] = None if secret is None else use_link(secret=str(secret))
    found: LinkAbout | None = kept[_FOUND]
    return found


def actor_of(request: HttpRequest) -> Actor:
    """Say as whom the deeds behind a request are done."""
    link = link_of(request)
    return link.actor if link else Actor.somebody()
