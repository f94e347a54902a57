"""With which words is a group asked if what we say of it is still right?

Two texts to copy: one for a text message, one a little longer for e-mail or a chat. A
text message of 160 is counted in the letters of GSM 03.38; one letter outside them
would halve it and more, so a name that has one is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from weft.assets.domain.post import Letter
from weft.commons.saying import dated

TEXT_MESSAGE, CHAT = 160, 500
"""Every message stays under its limit."""

LONGEST_SUBJECT = 70

YOUR_GROUP = "your group"
_ONE = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TWO = frozenset("\f^{}\\[~]|€")


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """The same question in two lengths."""

    short: str
    long: str


def listed_when(
    listed_on: date | None, told_on: date | None, *, by_themselves: bool
) -> str:
    """Say when somebody came onto the list, as the end of a sentence.

    A list that is told again bears a new date: its day is not the day on which they
    were listed, and is not said to be.
    """
    on = listed_on or (told_on if by_themselves else None)
    if on is not None:
        return f" on {dated(on)}"
    return f", from a list of {dated(told_on)}" if told_on else ""


def messages(
    *,
    name: str,
    address: str,
    listed_by: str,
    listed_on: date | None,
    told_on: date | None = None,
) -> Messages:
    """Write to a group, with its link.

    Parameters
    ----------
    name
        The group's own name.
    address
        Of its page behind its link.
    listed_by, listed_on, told_on
        Who told us of it, since when it is on the list, and of when what they told is;
        as far as anybody knows.
    """
    on = listed_when(listed_on, told_on, by_themselves=listed_by == name)
    by = "You told us" if listed_by == name else f"{listed_by or 'Somebody'} listed you"
    return Messages(
        short=next(_short(name, address)),
        long=next(_long(name, address, f"{by}{on}.")),
    )


def ask_whose(*, address: str) -> Messages:
    """Write to a community that is named for something which others may hold.

    Neither the thing nor the community is named: messages are read over shoulders.

    Parameters
    ----------
    address
        Of the community's page behind its link.
    """
    short = f"Is it yours? Only you can say: {address}"
    long = (
        "Somebody told us that others hold something for which we name you, or named "
        "you for it. Nobody here decides that. Only you can say whose it is: "
        f"{address}\nUntil all who were asked have answered, we say only that it is "
        "there. You need no password. The link is yours: pass it on only to your own "
        "people."
    )
    letters = in_letters_of_a_text(short)
    fits = letters is not None and letters < TEXT_MESSAGE
    return Messages(
        short=short if fits else address, long=long if len(long) < CHAT else address
    )


def letter_of(told: Messages, *, name: str, to: str, number: str, stop: str) -> Letter:
    """Write a mail: the longer of the two texts, and how all mail stops.

    Parameters
    ----------
    told
        The question in two lengths.
    name
        The group's own name.
    to, number
        Where it goes, and by which number it is known when it comes back.
    stop
        The address that stops all mail in one tap.
    """
    called = " ".join(name.split())
    subject = f"{called}: is this still right?"
    if len(subject) > LONGEST_SUBJECT:
        subject = "Is what we say of your group still right?"
    body = (
        f"{told.long}\n\nWe write once a month at most. "
        f"Stop all mail from us in one tap: {stop}\n"
    )
    return Letter(to=to, subject=subject, body=body, number=number, stop=stop)


def question_to_reader(*, where: str, to: str, number: str, page: str) -> Letter:
    """Ask somebody whether it was they who want to hear what is new near a place.

    Parameters
    ----------
    where
        The place, in words.
    to, number
        Where it goes, and by which number it is known when it comes back.
    page
        The address of the page on which they say yes, or stop.
    """
    body = (
        f"Somebody asked us to write to you when something new is on near {where}. Was "
        f"it you? Then say yes here: {page}\n\nIf it was not you, do nothing. We "
        "forget your address in a week. Or tell us there never to write to you.\n"
    )
    subject = "Do you want to hear what is new near you?"
    return Letter(to=to, subject=subject, body=body, number=number, stop=page)


def news_letter(
    lines: Sequence[str], *, where: str, to: str, number: str, page: str
) -> Letter:
    """Tell somebody what is new near a place.

    Parameters
    ----------
    lines
        One for each thing.
    where, to, number, page
        As for ``question_to_reader``.
    """
    told = "\n\n".join(lines)
    body = f"New near {where}:\n\n{told}\n\nStop this mail in one tap: {page}\n"
    return Letter(
        to=to, subject="What is new near you", body=body, number=number, stop=page
    )


def in_letters_of_a_text(text: str) -> int | None:
    """Count the letters that a text message takes; None where it cannot say one.

    >>> [in_letters_of_a_text(text) for text in ("£5", "5€", "ł")]
    [2, 3, None]
    """
    if not set(text) <= _ONE | _TWO:
        return None
    return len(text) + sum(letter in _TWO for letter in text)


def _short(name: str, address: str) -> Iterator[str]:
    """Write it ever shorter, until it fits; the bare address comes last."""
    for called in (name, YOUR_GROUP):
        text = f"Is what we say of {called} still right? One tap: {address}"
        for words in (f"{text} Nothing is asked of you.", text):
            letters = in_letters_of_a_text(words)
            if letters is not None and letters < TEXT_MESSAGE:
                yield words
    yield address


def _long(name: str, address: str, listed: str) -> Iterator[str]:
    """Write it ever shorter, until it fits; the bare address comes last."""
    ask = (
        "Is it still right? Say yes in one tap, or say that you have a break or are "
        f"full: {address}\nYou need no password. The link is yours: pass it on only to "
        "your own people."
    )
    for called, by in ((name, listed), (name, ""), (YOUR_GROUP, "")):
        told = f"{by} " if by else ""
        text = f"We have {called} on our list. {told}Nothing is asked of you.\n{ask}"
        if len(text) < CHAT:
            yield text
    yield address
