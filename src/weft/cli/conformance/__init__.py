"""Grade any feed of Open Referral UK: its shape, and whether it does what it says."""

import argparse
from datetime import datetime
from pathlib import Path

from weft.cli.conformance.network import asking
from weft.cli.conformance.telling import as_html, as_json, as_lines
from weft.standards.openreferral.conformance import grade


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "url", help="the feed's stub, such as https://…/openreferral/v3"
    )
    parser.add_argument("--json", type=Path, metavar="F", help="write it as JSON too")
    parser.add_argument("--html", type=Path, metavar="F", help="write it as a page too")
    parser.add_argument(
        "--official-only",
        action="store_true",
        help="look only at what the standard's own validator looks at",
    )


def run(args: argparse.Namespace) -> int:
    """Grade it, tell it, and give 0 only where every check holds."""
    with asking(args.url) as ask:
        report = grade(ask, behaviour=not args.official_only)
    at = datetime.now().astimezone()
    if args.json:
        args.json.write_text(as_json(report, url=args.url, at=at), encoding="utf-8")
    if args.html:
        args.html.write_text(as_html(report, url=args.url, at=at), encoding="utf-8")
    print("\n".join(as_lines(report)))
    return 1 if report.failed else 0
