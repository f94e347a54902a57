"""How are the answers of need told to a machine?"""

from weft.need.queries.indicators import IndicatorAbout, IndicatorValues
from weft.need.queries.people import WhoLivesHere
from weft.need.queries.profile import Profile, ProfileLine
from weft.need.queries.replies import ReplyAbout
from weft.need.queries.tables import TableAbout

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def source_as_json(about: TableAbout) -> dict[str, Json]:
    """Write whose numbers they are, of when, about which areas, on what terms."""
    return {
        "source": about.source,
        "table": about.table,
        "title": about.title,
        "publisher": about.publisher,
        "edition": about.edition,
        "published": about.dated.isoformat() if about.dated else None,
        "licence": about.licence,
        "areas": str(about.vintage),
        "year": about.year,
    }


def line_as_json(line: ProfileLine) -> dict[str, Json]:
    """Write one published number; ``merged`` holds those of areas that merged."""
    return {
        "key": line.column.key,
        "label": line.column.label,
        "value": line.value,
        "merged": list(line.several),
        "unit": line.column.unit,
        "kind": line.column.kind.value,
        "of_whom": line.column.of_whom,
        "area": line.area_code,
        "note": line.note,
        **source_as_json(line.about),
    }


def reply_as_json(reply: ReplyAbout) -> dict[str, Json]:
    """Write what somebody who lives there says to a number."""
    return {
        "to": reply.key,
        "words": reply.words,
        "said_as": reply.said_as,
        "said_on": reply.said_on.isoformat(),
    }


def profile_as_json(told: Profile) -> dict[str, Json]:
    """Write everything about one area."""
    area = told.area
    return {
        "code": area.code,
        "name": area.name,
        "called": area.title,
        "areas": str(area.vintage),
        "region": area.region,
        "numbers": [line_as_json(line) for line in told.lines],
        "replies": [
            reply_as_json(reply) for some in told.replies.values() for reply in some
        ],
    }


def about_as_json(told: IndicatorAbout) -> dict[str, Json]:
    """Write a question, the region's one number and its source."""
    return {
        "key": told.indicator.key,
        "question": told.indicator.question,
        "official_name": told.indicator.official,
        "theme": told.indicator.theme.value,
        "kind": told.column.kind.value,
        "unit": told.column.unit,
        "of_whom": told.column.of_whom,
        "note": told.indicator.note,
        "known": told.known,
        "of_areas": told.areas,
        "region_value": told.whole.value,
        "region_how": told.whole.how.value,
        "years": list(told.years),
        **source_as_json(told.about),
    }


def indicator_as_json(told: IndicatorValues) -> dict[str, Json]:
    """Write a question's answers, area by area."""
    return {
        **about_as_json(told.told),
        "england": told.england.value if told.england else None,
        "replies": [
            {"area": reply.area_code, **reply_as_json(reply)}
            for _, reply in told.replies
        ],
        "values": [
            {
                "code": one.code,
                "name": one.name,
                "district": one.district,
                "value": one.value,
                "merged": list(one.several),
                "change": one.change.value,
            }
            for one in told.values
        ],
    }


def who_as_json(told: WhoLivesHere) -> dict[str, Json]:
    """Write who lives somewhere."""
    return {
        "code": told.code,
        "name": told.name,
        "people": told.people,
        "people_from": source_as_json(told.people_from) if told.people_from else None,
        "groups": [
            {
                "question": group.group.question,
                "total": group.total,
                "counted": group.group.counted,
                "about": group.of_code,
                "parts": [
                    {"words": part.words, "count": part.count, "share": part.share}
                    for part in group.parts
                ],
                **source_as_json(group.about),
            }
            for group in told.groups
        ],
    }
