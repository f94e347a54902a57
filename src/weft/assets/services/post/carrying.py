"""How does a mail reach a mail server, and what does the server say?"""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from weft.assets.domain.post import Letter, Verdict, verdict_of

_UNSURE = (smtplib.SMTPServerDisconnected, OSError)
"""While a mail is being handed over: whether it was taken nobody knows."""


def carry(letter: Letter) -> tuple[Verdict, str]:
    """Hand a mail to the deployment's mail server.

    Returns
    -------
    tuple
        What it says, and its code in brief; nothing of the address is in either.
    """
    post = get_connection()
    try:
        post.open()
    except smtplib.SMTPResponseException as refused:
        return Verdict.LATER, str(refused.smtp_code)
    except (smtplib.SMTPException, OSError) as away:
        return Verdict.LATER, type(away).__name__
    try:
        return _handed_over(post, letter)
    finally:
        post.close()


def _handed_over(post: BaseEmailBackend, letter: Letter) -> tuple[Verdict, str]:
    """Hand it over to a server that listens."""
    try:
        post.send_messages([_mail(letter)])
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        return verdict_of(code, _plain(said)), str(code)
    except smtplib.SMTPSenderRefused as refused:
        later = verdict_of(refused.smtp_code, "") is Verdict.LATER
        return Verdict.LATER if later else Verdict.NOT_OURS, str(refused.smtp_code)
    except smtplib.SMTPResponseException as refused:
        verdict = verdict_of(refused.smtp_code, _plain(refused.smtp_error))
        return verdict, str(refused.smtp_code)
    except _UNSURE as silent:
        return Verdict.UNKNOWN, type(silent).__name__
    return Verdict.TAKEN, ""


def _mail(letter: Letter) -> EmailMessage:
    """Write a mail as plain text, which stops in one click (RFC 8058)."""
    domain = settings.MAIL_RETURN.partition("@")[2]
    return EmailMessage(
        subject=letter.subject,
        body=letter.body,
        from_email=settings.MAIL_RETURN,
        to=[letter.to],
        headers={
            "From": settings.MAIL_FROM,
            "Message-ID": f"<{letter.number}@{domain}>",
            "List-Unsubscribe": f"<{letter.stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            # no machine answers a machine (RFC 3834)
            "Auto-Submitted": "auto-generated",
        },
    )


def _plain(said: bytes | str) -> str:
    """Read a server's words."""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
