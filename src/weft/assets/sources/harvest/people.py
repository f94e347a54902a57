"""What of a feed is people's own, and never touches our disk?

A publisher may put contacts and addresses of people into its feed. We read none of it,
so none of it is kept: it is taken out before a page is written down, and counted.
"""

from collections import Counter
from collections.abc import Mapping

PEOPLES_OWN = frozenset(
    {
        # Open Referral
        "assurer_email",
        "attention",
        "email",
        "reviews",
        # OpenActive
        "leader",
        "assistantLeader",
        "contributor",
        "author",
    }
)
_ABOUT_A_PERSON = frozenset({"organizer", "provider"})
_NAMED = ("name", "title", "email", "familyName", "givenName")
Json = object


def without_people(told: Json, counted: Counter[str]) -> Json:
    """Give a document without what is people's own.

    Parameters
    ----------
    told
        Parsed JSON.
    counted
        Gets one more for each field that was taken out, by its name.
    """
    if isinstance(told, list):
        return [without_people(one, counted) for one in told]
    if not isinstance(told, Mapping):
        return told
    kept: dict[str, Json] = {}
    for name, value in told.items():
        of_a_person = name in _ABOUT_A_PERSON and _is_a_person(value)
        if of_a_person or (name in PEOPLES_OWN and value):
            counted[name] += 1
        elif name == "contacts":
            kept[name] = _numbers_of_nobody(value, counted)
        else:
            kept[name] = without_people(value, counted)
    return kept


def _is_a_person(told: Json) -> bool:
    return isinstance(told, Mapping) and (
        "Person" in {told.get("@type"), told.get("type")}
    )


def _numbers_of_nobody(told: Json, counted: Counter[str]) -> list[Json]:
    """Keep the telephones of a contact that is no person: a desk, an office, nobody.

    The first UK version had no other place for a service's telephone.
    """
    kept: list[Json] = []
    for one in told if isinstance(told, list) else [told]:
        if not isinstance(one, Mapping):
            continue
        if any(one.get(name) for name in _NAMED) or not one.get("phones"):
            counted["contacts"] += 1
        else:
            kept.append({"phones": without_people(one["phones"], counted)})
    return kept
