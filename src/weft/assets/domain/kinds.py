"""Which kinds of things can be registered, in the words of the people who use them?"""

from enum import StrEnum


class AssetKind(StrEnum):
    """What an asset is; food and heritage are mixes of any of these, not kinds here."""

    PERSON = "person"  # with consent: a connector, a practitioner
    PLACE = "place"
    GROUP = "group"
    CHANNEL = "channel"  # a community newspaper, a messaging group
    INFRASTRUCTURE = "infrastructure"  # a kiln, a PA, a hall by the hour
    TRAINING = "training"
    RESEARCH = "research"
    FUND = "fund"
    PARTNERSHIP = "partnership"
    EVENT = "event"
    # with no address
    SKILL = "skill"
    METHOD = "method"
    STORY = "story"
    TRADITION = "tradition"
    LANGUAGE = "language"
    RECIPE = "recipe"
    BELONGING = "belonging"  # what makes people feel at home, in their own words
    # with more than one
    AREA = "area"  # a park, a wood, a moor
    LINE = "line"  # a canal, a path


INTANGIBLE = frozenset(
    {
        AssetKind.SKILL,
        AssetKind.METHOD,
        AssetKind.STORY,
        AssetKind.TRADITION,
        AssetKind.LANGUAGE,
        AssetKind.RECIPE,
        AssetKind.BELONGING,
    }
)
"""Never in a feed, bulk file or search engine unless the holder said yes to it."""


ROOMS = frozenset({AssetKind.PLACE, AssetKind.INFRASTRUCTURE})
"""What may be right for something: a room, a kiln, a hall by the hour."""


GROUPS = frozenset({AssetKind.GROUP, AssetKind.PARTNERSHIP})
"""People who do something together, under a name of their own."""


class TieKind(StrEnum):
    """What one asset is to another, by somebody's word."""

    HOLDS = "holds"
    RUNS = "runs"
    DECIDES = "decides"
    FUNDS = "funds"
    OWNS = "owns"
    MEETS_AT = "meets_at"
    WORKS_WITH = "works_with"


OF_NO_PERSON = frozenset({TieKind.OWNS, TieKind.FUNDS})
"""Nobody owns somebody, and nobody asks who pays for them."""

SAID_OF_ITSELF = (
    TieKind.DECIDES,
    TieKind.FUNDS,
    TieKind.OWNS,
    TieKind.WORKS_WITH,
)
"""What a group says of itself by its link; who holds or runs a thing speaks for it, and
that is not given away by one tap."""


class Visibility(StrEnum):
    """Who may see an asset; enforced in every channel by one rule."""

    PUBLIC = "public"
    MEMBERS = "members"
    KNOWN = "known"  # known to exist: neither content nor place is shown
    HIDDEN = "hidden"


class OfferKind(StrEnum):
    """Creative, cultural, community, food, heritage: any mix, never one forced."""

    CREATIVE = "creative"
    CULTURAL = "cultural"
    COMMUNITY = "community"
    FOOD = "food"
    HERITAGE = "heritage"
    NATURE = "nature"
    MOVEMENT = "movement"
    LEARNING = "learning"
    HEALTH = "health"  # an NHS service stands in the same list as a choir
    SUPPORT = "support"  # advice, befriending, help now
    PLAY = "play"


class Manner(StrEnum):
    """How one takes part."""

    MAKE = "make"
    WATCH = "watch"
    JOIN = "join"
    LEARN = "learn"
    PLAY = "play"


class Spectrum(StrEnum):
    """From humming at the sink to arts therapy."""

    EVERYDAY = "everyday"
    GROUP = "group"
    LED = "led"  # by a practitioner
    HEALTH = "health"  # made with health in mind
    THERAPY = "therapy"  # by a registered therapist, with safeguards


class JoiningRule(StrEnum):
    """How one gets in."""

    TURN_UP = "turn_up"
    RING = "ring"
    BOOK = "book"
    WAIT = "wait"  # there is a waiting list
    FORM = "form"
    EMAIL = "email"
    REFERRAL = "referral"
    MEMBERS = "members"


ASSET_WORDS: dict[AssetKind, str] = {
    AssetKind.PERSON: "Somebody who connects people",
    AssetKind.PLACE: "Place",
    AssetKind.GROUP: "Group",
    AssetKind.CHANNEL: "Where news goes round",
    AssetKind.INFRASTRUCTURE: "Something to borrow or book",
    AssetKind.TRAINING: "Training",
    AssetKind.RESEARCH: "Research",
    AssetKind.FUND: "Money to apply for",
    AssetKind.PARTNERSHIP: "Partnership",
    AssetKind.EVENT: "Event",
    AssetKind.SKILL: "Skill",
    AssetKind.METHOD: "Way of doing things",
    AssetKind.STORY: "Story",
    AssetKind.TRADITION: "Tradition",
    AssetKind.LANGUAGE: "Language",
    AssetKind.RECIPE: "Recipe",
    AssetKind.BELONGING: "Belonging",
    AssetKind.AREA: "Green or open place",
    AssetKind.LINE: "Way or water",
}
"""What a card calls a thing that has no nearer kind."""

OFFER_WORDS: dict[OfferKind, str] = {
    OfferKind.CREATIVE: "Making, music and art",
    OfferKind.CULTURAL: "Culture",
    OfferKind.COMMUNITY: "Company",
    OfferKind.FOOD: "Food",
    OfferKind.HERITAGE: "History and heritage",
    OfferKind.NATURE: "Outdoors",
    OfferKind.MOVEMENT: "Moving",
    OfferKind.LEARNING: "Learning",
    OfferKind.HEALTH: "Health",
    OfferKind.SUPPORT: "Help",
    OfferKind.PLAY: "Play",
}
"""What a card calls something to do, by the first of its kinds."""

SOMETHING_TO_DO = "Something to do"
