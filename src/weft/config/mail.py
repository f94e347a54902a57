"""Does a deployment send mail, through which server, and in whose name?

Nothing is sent unless it names a server. Links in mails must lead over TLS (RFC 8058
asks it of the one that stops all mail); only towards a server on the same machine,
which is a trial, they need not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from weft.commons.errors import WronglyConfigured

NOBODY = "django.core.mail.backends.dummy.EmailBackend"
BY_SMTP = "django.core.mail.backends.smtp.EmailBackend"
PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
SECONDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """How mail goes out; ``backend`` sends nothing where no server is named."""

    backend: str = NOBODY
    scheme: str = ""
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    sender: str = ""
    came_back: str = ""  # where a mail that nobody takes comes back to
    links: str = ""

    @property
    def is_on(self) -> bool:
        """Tell whether anything is sent."""
        return self.backend != NOBODY


def mail(chosen: Mapping[str, str], *, host: str, behind_tls: bool) -> Mail:
    """Read the WEFT_MAIL_… settings.

    Parameters
    ----------
    chosen
        The environment.
    host, behind_tls
        Under which name the site is asked for, and whether over TLS.

    Raises
    ------
    WronglyConfigured
        Saying what to set.
    """
    told = chosen.get("WEFT_MAIL_SERVER", "").strip()
    if not told:
        return Mail()
    parts = _taken_apart(told)
    sender = chosen.get("WEFT_MAIL_FROM", "").strip()
    return Mail(
        backend=BY_SMTP,
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        sender=sender,
        came_back=_returned_to(chosen, sender),
        links=_links(chosen, host if behind_tls else "", trial=parts.hostname in HERE),
    )


def _taken_apart(told: str) -> SplitResult:
    """Take the address of a mail server apart, or say what one looks like."""
    try:
        parts = urlsplit(told)
        known = parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known or parts.path.strip("/"):
        raise WronglyConfigured(
            "WEFT_MAIL_SERVER must look like smtp+tls://name:password@host:587 "
            "(STARTTLS), smtps://name:password@host:465 or smtp://localhost:25. Leave "
            "it unset to send nothing. docs/running/mail.md"
        )
    if parts.scheme == "smtp" and parts.hostname not in HERE:
        raise WronglyConfigured(
            "WEFT_MAIL_SERVER would carry people's mail in the open. Use smtp+tls:// "
            "or smtps://; smtp:// is only for a server on this machine."
        )
    return parts


def _returned_to(chosen: Mapping[str, str], sender: str) -> str:
    """Say where a mail comes back to: the sender's own address, if no other is told."""
    address = chosen.get("WEFT_MAIL_RETURN", "").strip() or parseaddr(sender)[1]
    for name, value in (("FROM", parseaddr(sender)[1]), ("RETURN", address)):
        before, at, after = value.partition("@")
        if not (before and at and "." in after):
            raise WronglyConfigured(
                f"WEFT_MAIL_{name} must be an address that answers, like "
                "«Weft in Tenterdale <list@example.org>». docs/running/mail.md"
            )
    return address


def _links(chosen: Mapping[str, str], host: str, *, trial: bool) -> str:
    """Say how the links in a mail begin."""
    told = chosen.get("WEFT_MAIL_LINKS", "").strip().rstrip("/")
    links = told or (f"https://{host}" if host else "")
    if not links.startswith("https://") and not (trial and links.startswith("http://")):
        raise WronglyConfigured(
            "A mail holds a link that stops all mail, and it must lead over TLS: set "
            "WEFT_BEHIND_TLS=yes and WEFT_HOSTS, or WEFT_MAIL_LINKS=https://…"
        )
    return links
