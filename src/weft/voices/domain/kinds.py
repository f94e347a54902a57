"""Which words stand for what, in voices? One place for every closed list."""

from enum import StrEnum


class Sees(StrEnum):
    """Whom a workshop's consent lets read what was said there, fewest first."""

    HOSTS = "hosts"  # those who held it, and nobody else
    ROOM = "room"  # and those who were there, by a link that they were given
    ANYBODY = "anybody"


class SourceKind(StrEnum):
    """What words or pictures came from."""

    TEXT = "text"
    POSTER = "poster"
    PICTURE = "picture"
    MISSING = "missing"  # a picture that was named and is not there: it keeps a place
    RECORDING = "recording"
    CHAT = "chat"  # that people chose to share
    BETWEEN = "between"  # said in the queue for tea
    SUMMARY = "summary"  # written afterwards, by the organisers


PICTURES = frozenset({SourceKind.POSTER, SourceKind.PICTURE, SourceKind.MISSING})
"""What is looked at, or would be if it were there."""


class Use(StrEnum):
    """To what somebody who can be known in a picture said yes, each for itself."""

    PAGE = "page"  # shown to whoever may read the words of the room
    PAPER = "paper"  # and printed
    FILE = "file"  # and given away in a file


class Level(StrEnum):
    """Who made a statement."""

    SAID = "said"  # by somebody who was there
    WRITTEN = "written"  # by the organisers, afterwards


class SpeakerKind(StrEnum):
    """Who said it, as far as anybody knows; unknown is a value and never guessed."""

    PERSON = "person"  # by a name that is not theirs
    TABLE = "table"
    GROUP = "group"  # who made a poster together
    UNKNOWN = "unknown"


class Layer(StrEnum):
    """What a code tells of a passage."""

    WHAT = "what"  # what is said
    HOW = "how"  # hope, anger, play, doubt


class FacetKind(StrEnum):
    """Of which time a passage tells, and how it presses."""

    PAST = "past"
    PRESENT = "present"
    URGENT = "urgent"
    CAN_WAIT = "can-wait"


class Deed(StrEnum):
    """What can be done to codes and marks, as the history says it."""

    MARK = "mark"
    UNMARK = "unmark"
    PUT = "put"
    TAKE_OFF = "take-off"
    FACET = "facet"
    FACET_OFF = "facet-off"
    WHOLE = "whole"  # a poem stays a poem
    NOT_WHOLE = "not-whole"
    NEW = "new"
    RENAME = "rename"
    MEMO = "memo"
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    DELETE = "delete"
    UNDO = "undo"


class Stance(StrEnum):
    """What a passage does for a claim."""

    FOR = "for"
    AGAINST = "against"
    EITHER = "either"  # it could be read both ways


class Suggests(StrEnum):
    """What a machine may offer for somebody to look at, never more."""

    FORGOTTEN = "forgotten"  # a passage that a claim may have forgotten
    ALIKE = "alike"  # a passage like another
    CODE = "code"  # a code that somebody might consider for a passage


class SuggestionState(StrEnum):
    """What became of it."""

    OFFERED = "offered"
    TAKEN = "taken"
    CHANGED = "changed"  # something came of it, and something else than was offered
    REFUSED = "refused"  # kept, so that it is not offered again


class ClaimState(StrEnum):
    """How far a claim has come."""

    FLAGGED = "flagged"  # no passage stands behind it: it may not be published
    DRAFT = "draft"  # those who were there have not had their two weeks
    STANDING = "standing"


class Basis(StrEnum):
    """On what a cause rests."""

    STATED = "stated"
    INFERRED = "inferred"  # nobody said it; whoever drew the map did
    PART_OF = "part-of"  # one thing is a part of the other: not a cause
    OPEN = "open"  # drawn, and left open whether it is one
    TONE = "tone"  # how it was said, a joke or anger: not a cause


class Sign(StrEnum):
    """Which way an effect goes when its cause grows."""

    MORE = "+"
    LESS = "-"
    UNKNOWN = "?"


class Scale(StrEnum):
    """At which level a cause is at work."""

    PERSON = "person"
    FAMILY = "family"
    COMMUNITY = "community"
    SYSTEM = "system"
    UNKNOWN = ""


class Axis(StrEnum):
    """By what people describe themselves; every answer is optional."""

    AGE = "age"
    SEX = "sex"
    GENDER = "gender reassignment"
    DISABILITY = "disability"
    ETHNICITY = "ethnic group"
    RELIGION = "religion or belief"
    ORIENTATION = "sexual orientation"
    MARRIAGE = "marriage or civil partnership"
    PREGNANCY = "pregnancy or a young baby"
    LANGUAGE = "first language"
    WORK = "work"
    CARING = "caring"


class Shown(StrEnum):
    """What whoever said some words lets be done with them, by their slip."""

    UNASKED = ""
    SHOW = "show"  # as their room lets it
    COUNT = "count"  # that there are such words, and nothing of them


class Strength(StrEnum):
    """What of a place no list of buildings holds."""

    RELATIONSHIP = "relationship"
    BELONGING = "belonging"
    SUPPORT = "support"
    KNOWLEDGE = "knowledge"
    FOR_OTHERS = "for others"  # a thing that people do for each other


class WorkKind(StrEnum):
    """What somebody names that somebody made."""

    BOOK = "book"
    SONG = "song"
    FILM = "film"
    PLAY = "play"
    PICTURE = "picture"
    STUDY = "study"
    OTHER = "other"


PREFER_NOT = "prefer not to say"
"""A group of its own on every axis: counted and shown, never shared out."""
