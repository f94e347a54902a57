"""How is a report told: on the terminal, to a program, and as a page to hand on?"""

import json
from collections.abc import Iterator
from datetime import datetime
from html import escape

from weft.standards.openreferral.conformance import Check, Kind, Outcome, Report

SIGNS = {Outcome.HOLDS: "✓", Outcome.FAILS: "✗", Outcome.NOT_TRIED: "·"}
STYLE = """
body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 46rem;
  padding: 0 1rem; color: #1d1d1b; background: #fff; }
ol { list-style: none; padding: 0; overflow-wrap: anywhere; }
ol > li { border-top: 1px solid #767676; padding: .4rem 0; }
h2::first-letter { text-transform: uppercase; }
""".strip()


def as_lines(report: Report) -> Iterator[str]:
    """Tell it on the terminal, the sum last."""
    kind = ""
    for check in report.checks:
        if check.kind != kind:
            kind = check.kind
            yield f"{kind}:"
        yield f"  {SIGNS[check.outcome]} {check.promise}"
        for one in check.evidence:
            yield f"      {one}"
    yield ""
    yield f"The official validator's checks: the feed {report.official}."
    yield report.last_line


def as_json(report: Report, *, url: str, at: datetime) -> str:
    """Tell it to a program."""
    told = {
        "feed": url,
        "at": at.isoformat(timespec="seconds"),
        "official": report.official,
        "held": report.held,
        "tried": report.tried,
        "checks": [
            {
                "key": one.key,
                "kind": str(one.kind),
                "promise": one.promise,
                "outcome": str(one.outcome),
                "evidence": list(one.evidence),
            }
            for one in report.checks
        ],
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def as_html(report: Report, *, url: str, at: datetime) -> str:
    """Tell it as one page that asks nobody for anything."""
    sections = "\n".join(_section(report, kind) for kind in Kind)
    return f"""<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{escape(report.last_line)}: {escape(url)}</title>
<style>{STYLE}</style>
<h1>Does this feed do what it says?</h1>
<p>{escape(url)}, asked on {at:%d %B %Y at %H:%M}.</p>
<p><strong>{escape(report.last_line)}.</strong>
The official validator’s checks: the feed {escape(report.official)}.</p>
{sections}
</html>
"""


def _section(report: Report, kind: Kind) -> str:
    """Write the checks of one kind under their heading."""
    here = [check for check in report.checks if check.kind is kind]
    if not here:
        return ""
    items = "\n".join(map(_item, here))
    return f"<h2>{escape(str(kind))}</h2>\n<ol>\n{items}\n</ol>"


def _item(check: Check) -> str:
    """Write one check, with what stands against it."""
    evidence = "".join(f"<li>{escape(one)}</li>" for one in check.evidence)
    more = f"<ul>{evidence}</ul>" if evidence else ""
    outcome = f"<strong>{SIGNS[check.outcome]} {check.outcome}</strong>"
    return f"<li>{outcome}: {escape(check.promise)}{more}</li>"
