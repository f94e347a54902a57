"""What do people of the valley put first, name as strong, and ask?"""

from datetime import date, timedelta
from typing import Any

from demo.ground.areas import Areas

Told = dict[str, Any]


def asked(told: Told, week: date, ground: Areas) -> Told:
    """Give what hangs on the words of the kettle evenings, as a project tells it."""
    codes = {oa.neighbourhood: oa.msoa for oa in ground.oas}
    return {
        "priorities": [_list(one, week, codes) for one in told["first"]],
        "strengths": [
            {"passage": ref, "kind": kind, "place": codes[place]}
            for ref, kind, place in map(_cells, told["strengths"])
        ],
        "questions": [_question(line, week) for line in told["questions"]],
        "works": [
            {"passage": ref, "name": name, "kind": kind}
            for ref, name, kind in map(_cells, told["works"])
        ],
        "assumptions": [
            {"ref": ref, "words": words, "holds": _refs(holds), "doubts": _refs(doubts)}
            for ref, words, holds, doubts in map(_cells, told["assumptions"])
        ],
    }


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _refs(cell: str) -> list[str]:
    return [one for one in cell.split("; ") if one]


def _list(told: Told, week: date, codes: dict[str, str]) -> Told:
    return {
        "ref": told["ref"],
        "community": told["community"],
        "whose": told["whose"],
        "of": codes[told["of"]],
        "decided_on": (week - timedelta(days=told["days"])).isoformat(),
        "people": told.get("people"),
        "how": told.get("how", ""),
        "first": [_thing(line, codes, told) for line in told["things"]],
    }


def _thing(line: str, codes: dict[str, str], told: Told) -> Told:
    ref, words, place, kind = _cells(line)
    return {
        "words": words,
        "place": codes[place] if place else "",
        "kind": kind or None,
        "elsewhere": [
            {"by": by, "at": int(at) if at else None, "words": said}
            for about, by, at, said in map(_cells, told.get("elsewhere", ()))
            if about == ref
        ],
    }


def _question(line: str, week: date) -> Told:
    ref, answer, by, days = _cells(line)
    made: Told = {"passage": ref}
    if answer:
        on = (week - timedelta(days=int(days))).isoformat()
        made |= {"answer": answer, "answered_by": by, "answered_on": on}
    return made
