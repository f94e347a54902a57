"""How is every way that something may go out walked to its end?

One walk for each route that Django knows (``weft.web.channels``): the requests that
make it say all that it can say. A route that has none fails ``test_leaks``.
"""

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import mapbox_vector_tile
import polars as pl
from django.utils import timezone
from pmtiles.reader import MemorySource, all_tiles

from tests.access.a_ready_week import a_ready_week
from tests.leaks.world import World
from tests.web import valley
from weft.access.pages.lab.sorts import SORTS
from weft.access.queries.scenarios.names import key_in_link
from weft.assets.domain.harvests import FeedKind
from weft.assets.domain.turns import turns
from weft.assets.models import Arrival, Asset, Door, Feed
from weft.commons.times import Week
from weft.shell.ranges import TILES

CODES = (valley.MSOA, valley.LSOA, valley.DISTRICT)
FILES = (
    *(f"things.{form}" for form in ("csv", "xlsx", "geojson", "parquet")),
    *(f"sessions.{form}" for form in ("csv", "xlsx", "parquet")),
    "hsds.zip",
    "dictionary.csv",
)
ORUK = "/openreferral/v3"
FORM = "application/x-www-form-urlencoded"
WORDS_TYPED = ("zquillemoot", "zquilemoot", "zstory", "zginnel", "zothername", "sing")


@dataclass(frozen=True, slots=True)
class Ask:
    """One request; posted where something is told."""

    path: str
    told: Any = None
    kind: str = FORM


Walk = Callable[[World], list[Ask]]


def at(*paths: str) -> Walk:
    return lambda _world: [Ask(path) for path in paths]


def of(*patterns: str) -> Walk:
    """Go to these addresses of the thing that is kept and of what is around it."""

    def walk(world: World) -> list[Ask]:
        keys = (world.known, world.holder, world.group, world.offer)
        return [Ask(one.format(key.pk)) for one in patterns for key in keys]

    return walk


def searched(path: str) -> Walk:
    """Search from where it is, and by its own words."""

    def walk(_world: World) -> list[Ask]:
        week = valley.next_week().monday.isoformat()
        here = {"near": valley.POSTCODE, "week": week, "most": "100", "far": "60"}
        return [
            Ask(f"{path}?near=Aldermill&far=60&most=100&week={week}"),
            *(Ask(path, {**here, "what": word}) for word in ("", *WORDS_TYPED)),
        ]

    return walk


def listed(path: str) -> Walk:
    """Ask a list of the standard in every form, by post too, and for its words."""

    def walk(_world: World) -> list[Ask]:
        stub = f"{ORUK}/{path}"
        return [
            Ask(stub),
            Ask(f"{stub}?per_page=500&full=true" if "tax" not in path else stub),
            Ask(f"{stub}?format=ndjson"),
            Ask(stub, "{}", "application/json"),
            *(Ask(f"{stub}?search={word}") for word in WORDS_TYPED),
        ]

    return walk


def near_it(path: str) -> Walk:
    """Ask by post for what fits, from its own place."""

    def walk(_world: World) -> list[Ask]:
        told = json.dumps({"near": valley.POSTCODE, "what": "zquillemoot"})
        return [
            Ask(f"{path}?near={valley.MSOA}"),
            Ask(path, told, "application/json"),
        ]

    return walk


def all_new(*asks: Ask) -> Walk:
    """Ask for what is new, where everything is."""

    def walk(_world: World) -> list[Ask]:
        Arrival.objects.update(since=timezone.now())
        return list(asks)

    return walk


def a_feed(*patterns: str) -> Walk:
    """Have a feed read, and go to what is said of it."""

    def walk(world: World) -> list[Ask]:
        key = "council"
        told = {"region_id": world.slug, "kind": FeedKind.CSV, "licence": "CC0"}
        whose = {"addresses": ["https://council.example/list.csv"], "publisher": "Us"}
        on = {"added_on": timezone.localdate()}
        Feed.objects.get_or_create(key=key, defaults={**told, **whose, **on})
        return [Ask(one.format(key)) for one in patterns]

    return walk


def in_a_room(*paths: str) -> Walk:
    """Ask what could be put on, where it was reckoned while they were to be seen."""

    def walk(world: World) -> list[Ask]:
        halls = Asset.objects.filter(kind="place").values_list("pk", flat=True)
        a_ready_week([world.known.pk, world.holder.pk, world.group.pk, *halls])
        return [Ask(path) for path in paths]

    return walk


def tried(*paths: str) -> Walk:
    """Try a change of everything that may be tried, and look for it by its words."""

    def walk(world: World) -> list[Ask]:
        week = valley.next_week().monday.isoformat()
        key = key_in_link(world.offer.pk)
        what = f"1~c.{key}.0"
        both = {"week": week, "what": what, "a": what, "b": f"{what}~r.{key}.2"}
        tells = [{**both, "add": one.name} for one in SORTS]
        words = [{**one, "find": word} for one in tells for word in WORDS_TYPED]
        return [
            Ask(f"{path}?{urlencode(one)}")
            for path in paths
            for one in (*tells, *words)
        ]

    return walk


NOTHING = at()  # it takes a key, a form or an outside program to say anything

WALKS: dict[str, Walk] = {
    "health": at("/health"),
    "health-json": at("/health.json"),
    "web:home": at("/"),
    "web:week_file_of_region": at("/week.csv", "/week.xlsx"),
    "web:choices": searched("/choices"),
    "web:choices_file": searched("/choices/week.csv"),
    "web:surprise": searched("/surprise"),
    "web:way_there": lambda world: [
        Ask(f"/way-there/{key.pk}", {"near": valley.POSTCODE})
        for key in (world.known, world.holder, world.group, world.offer)
    ],
    "web:own_week": at("/choice/own", "/choice/own?free=tue-morning&way=bus&pay=3"),
    "web:own_week_file": at("/choice/own.csv", "/choice/own.xlsx"),
    "web:quick": searched("/quick"),
    "web:quick_sheet": searched("/quick/sheet"),
    "web:quick_card": lambda world: [
        Ask("/quick/card", {"offer": str(key.pk)})
        for key in (world.known, world.holder, world.group, world.offer)
    ],
    "web:my_list": at("/my-list"),
    "web:places": at("/places"),
    "web:which_place": lambda _world: [
        Ask("/places/find", {"near": word}) for word in ("aldermill", *WORDS_TYPED)
    ],
    "web:place": at(*(f"/places/{code}" for code in CODES)),
    "web:lost": at("/places/lost"),
    "web:sheet": at(*(f"/places/{code}/sheet" for code in CODES)),
    "web:missing_file": at(f"/places/{valley.MSOA}/missing/quiet.csv"),
    "web:week_file": at(*(f"/places/{code}/week.csv" for code in CODES)),
    "web:map": at("/map"),
    "web:tiles": lambda world: [Ask(f"/map/{world.slug}.pmtiles")],
    "web:embed_help": at(
        "/open/embed", *(f"/open/embed?place={code}" for code in CODES)
    ),
    "web:embed_place": at(*(f"/embed/places/{code}" for code in CODES)),
    "web:embed_group": of("/embed/groups/{}"),
    "web:robots": at("/robots.txt"),
    "web:sitemap": at("/sitemap.xml"),
    "web:sitemap_part": at("/sitemap/1.xml"),
    "web:open": at("/open"),
    "web:open_files": at("/open/data"),
    "web:open_file": lambda world: [
        Ask(f"/open/data/{world.slug}/{name}") for name in FILES
    ],
    "web:open_feed": a_feed("/open/feeds/{}"),
    "web:open_feed_file": a_feed(
        "/open/feeds/{}/report.csv", "/open/feeds/{}/report.xlsx"
    ),
    "web:who_may": at("/open/who-may"),
    "web:document": at("/open/methods/search"),
    "web:language": at("/languages/ur"),
    "web:said_aloud": at("/languages/ur/speech/free.mp3"),
    "web:privacy": at("/privacy"),
    "web:accessibility": at("/accessibility"),
    "web:new": all_new(
        Ask("/new"), Ask("/new?near=Aldermill&far=20"), Ask(f"/new?near={valley.LSOA}")
    ),
    "web:new_atom": all_new(Ask("/new.atom"), Ask("/new.atom?near=Aldermill&far=20")),
    "web:new_ask": at("/new/mail"),
    "web:new_mail": at("/new/mail/nothing"),
    "web:turns": at("/when"),
    "web:turn": lambda _world: [
        Ask(f"/when/{turn.key}?near={near}")
        for turn in turns()
        for near in (valley.MSOA, "Aldermill")
    ],
    "web:help_out": at("/help-out", f"/help-out?near={valley.MSOA}"),
    "web:what_is_this": at("/what-is-this", f"/what-is-this?near={valley.MSOA}"),
    "web:words": at("/open/words"),
    "web:words_file": at("/open/words/wishes.csv"),
    "assets:note": at("/help-out/note"),
    "assets:visit": of("/tell-us/{}/visit"),
    "assets:stop": at("/stop/nothing"),
    "assets:how_right": at("/open/right"),
    "assets:how_right_file": lambda world: [Ask(f"/open/right/{world.slug}.csv")],
    "assets:offer": of("/offers/{}"),
    "assets:door": lambda _world: [
        Ask(f"/doors/{door.pk}/{width}.jpg")
        for door in Door.objects.all()
        for width in (480, 960)
    ],
    "assets:calendar": of("/offers/{}/calendar.ics"),
    "assets:asset": of("/assets/{}"),
    "assets:group": of("/groups/{}"),
    "assets:code": of("/assets/{}/code.svg", "/offers/{}/code.svg"),
    "assets:ties": at("/ties"),
    "assets:ties_file": at("/ties/ties.csv", "/ties/joins.csv"),
    "assets:at_risk": at("/at-risk"),
    "assets:at_risk_file": at(
        "/at-risk/ends.csv", "/at-risk/to-spare.csv", "/at-risk/funds.csv"
    ),
    "assets:deadlines": at("/at-risk/last-days.ics"),
    "assets:holders": at("/holders"),
    "assets:holders_file": at("/holders.csv"),
    "assets:sureness": at("/open/sureness"),
    "assets:sureness_file": at("/open/sureness/measured.csv"),
    "assets:tell_us": at("/tell-us"),
    "assets:tell_us_of": of("/tell-us/{}"),
    "assets:take_back": at("/tell-us/take-back"),
    "api:choices": near_it("/api/v1/choices"),
    "api:area": at(*(f"/api/v1/areas/{code}" for code in CODES)),
    "api:openapi": at("/api/v1/openapi.json"),
    "api:nowhere": at("/api/v1/zquillemoots"),
    "assets_api:assets": at("/api/v1/assets?size=100", "/api/v1/assets?kind=Tradition"),
    "openactive:services": at("/openactive/services"),
    "openactive:sessions": at("/openactive/session-series"),
    "openreferral:about": at(f"{ORUK}/"),
    "openreferral:openapi": at(f"{ORUK}/openapi.json"),
    "openreferral:nowhere": at(f"{ORUK}/nothing"),
    "openreferral:services": listed("services"),
    "openreferral:service": of(ORUK + "/services/{}"),
    "openreferral:service_at_locations": listed("service_at_locations"),
    "openreferral:service_at_location": of(ORUK + "/service_at_locations/{}"),
    "openreferral:organizations": listed("organizations"),
    "openreferral:organization": of(ORUK + "/organizations/{}"),
    "openreferral:taxonomies": listed("taxonomies"),
    "openreferral:taxonomy": of(ORUK + "/taxonomies/{}"),
    "openreferral:taxonomy_terms": listed("taxonomy_terms"),
    "openreferral:taxonomy_term": of(ORUK + "/taxonomy_terms/{}"),
    "ground:index": at("/regions"),
    "ground:report": lambda world: [Ask(f"/regions/{world.slug}")],
    "ground:file": lambda world: [Ask(f"/regions/{world.slug}/report.csv")],
    "access:front": at("/choice"),
    "access:front_file": at("/choice.csv", "/choice.xlsx"),
    "access:maps_file": at("/choice/maps.csv"),
    "access:gates": at("/choice/gates"),
    "access:gates_file": at("/choice/gates.csv"),
    "access:next_offer": in_a_room("/choice/next"),
    "access:next_file": in_a_room("/choice/next/offers.csv", "/choice/next/lives.xlsx"),
    "access:choice_of": at("/choice/wheels-and-buses"),
    "access:lab": tried("/choice/lab"),
    "access:lab_file": tried("/choice/lab/lives.csv", "/choice/lab/areas.csv"),
    "access:lab_beside": tried("/choice/lab/beside"),
    "access:areas_file": at("/choice/wheels-and-buses/areas.csv"),
    "access:hours_of": at("/choice/wheels-and-buses/hours?hour=34"),
    "access:hours_file": at("/choice/wheels-and-buses/hours.csv"),
    "access:fair_of": at("/choice/wheels-and-buses/fair"),
    "access:fair_file": at("/choice/wheels-and-buses/fair/dots.csv"),
    "access:beside_of": at("/choice/wheels-and-buses/neighbourhoods"),
    "access:beside_file": at("/choice/wheels-and-buses/neighbourhoods.csv"),
    "access:barriers_file": at("/choice/wheels-and-buses/in-the-way.csv"),
    "access:way_file": at("/choice/wheels-and-buses/way.csv"),
    "access:changes_file": at("/choice/wheels-and-buses/changes.csv"),
    "access:weeks": at("/choice/weeks"),
    "access:weeks_feed": at("/choice/feed.atom"),
    "access:week_package": lambda _world: [
        Ask(f"/choice/weeks/{Week.of(timezone.localdate()).monday}/package.zip")
    ],
    "voices:front": at("/voices"),
    "voices:slip": at("/voices/slip"),
    "voices:wall": NOTHING,
    "voices:project_file": NOTHING,
    "voices:words": NOTHING,
    "voices:part_shown": NOTHING,
    "voices:words_file": NOTHING,
    "voices:missing": NOTHING,
    "voices:missing_file": NOTHING,
    "voices:vote": NOTHING,
    "voices:votes": NOTHING,
    "voices:votes_file": NOTHING,
    "voices:votes_log": NOTHING,
    "voices:votes_log_file": NOTHING,
    "voices:asks": at("/voices/asks"),
    "voices:asks_file": at("/voices/asks.csv", "/voices/asks.ics"),
    "voices:asks_of": NOTHING,
    "voices:asks_file_of": NOTHING,
    "voices:priorities": NOTHING,
    "voices:priorities_file": NOTHING,
    "voices:open": NOTHING,
    "voices:open_file": NOTHING,
    "voices:causes": NOTHING,
    "voices:causes_file": NOTHING,
    "voices:causes_table": NOTHING,
    "voices:what_if": NOTHING,
    "voices:what_if_file": NOTHING,
    "voices:report": NOTHING,
    "voices:report_file": NOTHING,
    "voices:themes": NOTHING,
    "voices:themes_file": NOTHING,
    "voices:requirements": NOTHING,
    "voices:requirements_file": NOTHING,
    "voices:next_room": NOTHING,
    "voices:next_room_file": NOTHING,
    "voices:coverage": NOTHING,
    "voices:coverage_file": NOTHING,
    "need:front": at("/need"),
    "need:which_area": at("/need/areas?near=zquillemoot"),
    "need:who_file": NOTHING,
    "need:profile": at(*(f"/need/areas/{code}" for code in CODES)),
    "need:profile_file": NOTHING,
    "need:profile_beside": NOTHING,
    "need:indicator": NOTHING,
    "need:indicator_file": NOTHING,
    "need:indicator_beside": NOTHING,
    "need:picture_file": NOTHING,
    "need:reply": NOTHING,
    "need:take_back": NOTHING,
    "need_api:indicators": at("/api/v1/need/indicators"),
    "need_api:indicator": NOTHING,
    "need_api:profile": NOTHING,
    "need_api:who": NOTHING,
}
"""How each route is walked. Those of the need part know no thing of the register: no
import leads from there to it, which import-linter holds."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one request was answered with, in small letters, and if it arrived."""

    ask: Ask
    status: int
    words: str
    arrived: bool


def walked(client, world: World, route: str) -> list[Said]:
    """Walk a route to its end."""
    found = []
    for ask in WALKS[route](world):
        if ask.told is None:
            answer = client.get(ask.path)
        elif ask.kind == FORM:
            answer = client.post(ask.path, ask.told)
        else:
            answer = client.post(ask.path, ask.told, content_type=ask.kind)
        matched = answer.resolver_match
        arrived = matched is not None and matched.view_name == route
        said = words_of(answer).lower()
        found.append(Said(ask, answer.status_code, said, arrived))
    return found


def words_of(answer) -> str:
    """Read all that an answer says, whatever it is packed in."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    if answer.status_code >= 300:
        return f"{headers}\n{body.decode(errors='replace')}"
    return f"{headers}\n{unpacked(body, answer['Content-Type'])}"


def unpacked(body: bytes, kind: str) -> str:
    """Read a file: what is zipped, a table, or tiles."""
    if kind == TILES:
        return "\n".join(_tiles(body))
    if "parquet" in kind:
        return pl.read_parquet(io.BytesIO(body)).write_csv()
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as inside:
            return "\n".join(
                f"{name}\n{inside.read(name).decode(errors='replace')}"
                for name in inside.namelist()
            )
    return body.decode(errors="replace")


def _tiles(body: bytes) -> Iterator[str]:
    for _, tile in all_tiles(MemorySource(body)):
        plain = gzip.decompress(tile) if tile[:2] == b"\x1f\x8b" else tile
        yield json.dumps(mapbox_vector_tile.decode(plain))
