"""What did people say on six kettle evenings, and what was made of it?

Words stand in ``words/voices.toml``; days and places in a text are reckoned here. What
is written is Weft's own file of a project, which any project can leave in.
"""

import tomllib
from datetime import date, timedelta
from typing import Any

from demo.files import Folder
from demo.ground.areas import Areas
from demo.own import votes
from demo.own.voices_asked import asked
from demo.own.window import noted
from demo.setting import Setting
from demo.words import FOLDER

AROUND = 32  # of what stands before and after a quote, as the file has it
ASKED = 18  # days before the valley's week, at the end of the evenings
STANCES = ("for", "either", "against")
CONSENT = "You may show what we said to anybody, without our names, and say where."
Told = dict[str, Any]


def write(setting: Setting, ground: Areas, folder: Folder) -> None:
    """Write the project as a file of our own."""
    told = tomllib.loads((FOLDER / "voices.toml").read_text(encoding="utf-8"))
    made = project(told, setting.week, ground) | {"rounds": votes.rounds(setting)}
    sources = [source for room in made["workshops"] for source in room["sources"]]
    said = sum(len(source["passages"]) for source in sources)
    folder.json("own/voices.json", made, rows=said)


def project(told: Told, week: date, ground: Areas) -> Told:
    """Put the project together."""
    codings: list[Told] = []
    rooms = [_room(one, week, ground, codings) for one in told["room"]]
    names = sorted({one["code"] for one in codings})
    return {
        "format": "weft voices 1",
        "slug": told["slug"],
        "name": f"{told['name']}, {week - timedelta(days=12):%B %Y}",
        "purpose": told["purpose"],
        "made_up": True,
        "claims_sent_on": _before(week, told["sent_days"]),
        "speakers": [
            {"ref": ref, "kind": kind, "name": name.strip()}
            for ref, words in told["speakers"].items()
            for kind, name in [words.split(":", 1)]
        ],
        "workshops": rooms,
        "codes": [
            {
                "ref": name,
                "name": name.removeprefix("~"),
                "layer": "how" if name.startswith("~") else "what",
            }
            for name in names
        ],
        "codings": codings,
        "facets": [
            {"passage": ref, "value": value, "coder": "the hosts"}
            for ref, values in told["seen"].items()
            for value in values.split()
        ],
        "readings": _read_twice(told["read_twice"], rooms, codings, week),
        "claims": [
            *(_claim(one, week) for one in told["claim"]),
            *(_claim(one, week) | {"level": "written"} for one in told["summary"]),
        ],
        "mentioned": [_mentioned(line) for line in told["mentioned"]["people"]],
        "causes": [_cause(line) for line in told["causes"]["links"]],
        "things": [
            dict(zip(("name", "measured_by"), _cells(line), strict=True))
            for line in told["causes"]["measured"]
        ],
        "loops": [_loop(line) for line in told["causes"]["named"]],
        **asked(told, week, ground),
    }


def _before(week: date, days: int) -> str:
    return (week - timedelta(days=days)).isoformat()


def _room(told: Told, week: date, ground: Areas, codings: list[Told]) -> Told:
    (area, *_) = [
        oa.lsoa for oa in ground.oas if oa.neighbourhood == told["neighbourhood"]
    ]
    paid = told.get("paid", [None, None, None])
    return {
        "ref": told["ref"],
        "name": told["name"],
        "questions": [told["name"]],
        "held_on": _before(week, told["days"]),
        "place": told["place"],
        "area": area,
        "hosted_by": told["host"],
        "came": told["came"],
        "spoke": told["spoke"],
        "paid": dict(zip(("coming", "coding", "deciding"), paid, strict=True)),
        "consent": {"words": CONSENT, "sees": "anybody", "until": None},
        "presences": [_presence(line) for line in told["there"]],
        "sources": [_source(one, codings) for one in told["source"]],
    }


def _read_twice(
    told: Told, rooms: list[Told], codings: list[Told], week: date
) -> list[Told]:
    """Give two readings of a text: the hosts', and one that differs here and there."""
    (source,) = [
        one
        for room in rooms
        for one in room["sources"]
        if (room["ref"], one["ref"]) == (told["room"], told["source"])
    ]
    other = dict(line.split("|") for line in told["other"])
    first, second = [], []
    for one in source["passages"]:
        at, ref = one["at"], one["ref"]
        codes = [put["code"] for put in codings if put["passage"] == ref]
        theirs = (
            [code for code in other[ref].split("; ") if code] if ref in other else codes
        )
        place = {"start": at["start"], "end": at["end"]}
        first.append({**place, "codes": sorted(codes)})
        if ref not in told["left_out"]:
            second.append({**place, "codes": sorted(theirs)})
    frame = {
        "workshop": told["room"],
        "source": told["source"],
        "done_on": _before(week, 10),
    }
    return [
        {**frame, "name": "Those who hold the project", "own": True, "marks": first},
        {**frame, "name": told["name"], "marks": second},
    ]


def _presence(line: str) -> Told:
    axis, group, came, spoke = line.split("|")
    return {"axis": axis, "group": group, "came": int(came), "spoke": int(spoke)}


def _source(told: Told, codings: list[Told]) -> Told:
    lines = [
        [cell.strip() for cell in line.split("|")]
        for line in told.get("lines", told.get("picture", ()))
    ]
    text = "\n".join(line[2] for line in lines) if "lines" in told else ""
    passages, at = [], 0
    for ref, who, words, codes in lines:
        start = text.find(words, at) if text else 0
        at = start + len(words)
        passages.append(
            {
                "ref": ref,
                "at": _at(text, start, at),
                "speaker": who,
                "first_hand": True if who in {"noor", "wren", "ruby"} else None,
                "whole": bool(told.get("whole")),
                **_english(told, ref),
                **({} if text else {"readings": words.split("; ")}),
            }
        )
        codings.extend(
            {"code": code, "passage": ref, "coder": "the hosts"}
            for code in codes.split("; ")
            if code
        )
    return {
        "ref": told["ref"],
        "name": told["name"],
        "kind": told["kind"],
        "text": text,
        "language": told.get("language", "en"),
        "passages": passages,
        **({"picture": noted()} if "picture" in told else {}),
    }


def _at(text: str, start: int, end: int) -> Told:
    """Anchor some words of a text; without one, a note in the middle of a picture."""
    if not text:
        return {"left": 280, "top": 270, "width": 440, "height": 460}
    return {
        "start": start,
        "end": end,
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }


def _english(told: Told, ref: str) -> Told:
    said = told.get("english", {}).get(ref)
    if said is None:
        return {}
    words, by = said.split("|")
    return {"in_english": words, "put_by": by}


def _claim(told: Told, week: date) -> Told:
    return {
        "ref": told["ref"],
        "words": told["words"],
        "short": told["short"],
        "theme": told.get("theme", ""),
        "level": "said",
        "written_by": told["by"],
        "lived_experience_decided": told.get("lived"),
        "behind": [
            {"passage": ref, "stance": stance}
            for stance in STANCES
            for ref in told.get(stance, ())
        ],
        "objections": _objection(told, week),
        "asks": _ask(told, week),
    }


def _objection(told: Told, week: date) -> list[Told]:
    if "objection" not in told:
        return []
    words, by, days = told["objection"].split("|")
    return [{"words": words, "said_by": by, "said_on": _before(week, int(days))}]


def _ask(told: Told, week: date) -> list[Told]:
    if "ask" not in told:
        return []
    words, of, days, *reply = told["ask"].split("|")
    ask = {
        "words": words,
        "asked_of": of,
        "answer_by": _before(week, int(days)),
        "asked_on": _before(week, ASKED),
    }
    if reply:
        said, ago = reply
        ask |= {"reply": said, "replied_on": _before(week, int(ago))}
    return [ask]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _loop(line: str) -> Told:
    name, hope, things = _cells(line)
    return {"name": name, "hopeful": bool(hope), "things": things.split("; ")}


def _mentioned(line: str) -> Told:
    name, passages, named_by = (cell.strip() for cell in line.split("|"))
    return {
        "name": name,
        "passages": passages.split("; "),
        "named_by": named_by.split(),
    }


def _cause(line: str) -> Told:
    ref, cause, effect, sign, basis, slow, scale, words, *more = _cells(line)
    who, both = (*more, "", "")[:2]
    return {
        "ref": ref,
        "cause": cause,
        "effect": effect,
        "sign": sign,
        "basis": basis,
        "takes_time": True if slow else None,
        "scale": scale,
        "words": [one for one in words.split("; ") if one],
        "who": who,
        "both_ways": bool(both),
    }
