"""Which postcodes has the valley, and how do the two directories of ONS hold them?

The outward codes ZD1 to ZD7 do not exist and never have: there is no postcode area
ZD. ONSPD comes in the old style of February 2025, NSPL in the new style of 2025. Both
hold terminated postcodes and a few without a grid reference (latitude 99.999999).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from shapely.geometry import Point

from demo.files import Folder, Row, as_csv
from demo.ground.areas import Areas, OutputArea
from demo.ground.land import Spot, degrees
from demo.ground.neighbourhoods import DISTRICTS, ICB, REGION
from demo.setting import Setting
from demo.streets.lines import Line

LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""Letters a unit may end in: C, I, K, M, O and V look too much like others."""
PEOPLE_AT_ONE = 38

ONSPD = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,"
    "osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,"
    "statsward,oa01,casward,park,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,"
    "sicbl,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,"
    "lsoa21,msoa21"
)
NSPL = (
    "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,"
    "ced25cd,lad25cd,wd25cd,nhser24cd,ctry25cd,rgn25cd,pcon24cd,ttwa15cd,itl25cd,"
    "npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl24cd,bua24cd,ruc21ind,oac11ind,lat,long,"
    "lep21cd1,lep21cd2,pfa23cd,imd20ind,icb23cd"
)
NO_PLACE = ("99.999999", "0.000000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Postcode:
    """A postcode, the street it stands in and the output area that holds it."""

    text: str
    at: Spot
    oa: OutputArea
    street: str
    introduced: str
    terminated: str = ""
    placed: bool = True


def deliver(setting: Setting, areas: Areas, lines: list[Line]) -> list[Postcode]:
    """Give every street near houses its postcodes, about one to 38 people."""
    rng = setting.chance("postcodes")
    streets: dict[str, list[Line]] = {}
    for line in lines:
        if line.local:
            middle = line.points.interpolate(0.5, normalized=True)
            streets.setdefault(areas.holding((middle.x, middle.y)).code, []).append(
                line
            )
    used: dict[str, int] = {}
    found = []
    for oa in areas.oas:
        spots = doors(oa, streets.get(oa.code, []), rng)
        for spot in spots:
            stem = oa.place.postcodes
            used[stem] = number = used.get(stem, -1) + 1
            unit = LETTERS[number // 20 % 20] + LETTERS[number % 20]
            found.append(one(oa, stem + unit, spot, rng))
    return found


def doors(
    oa: OutputArea, streets: list[Line], rng: Random
) -> Iterable[tuple[Spot, str]]:
    """Choose where along its streets an output area's postcodes stand."""
    wanted = max(3, round(oa.people / PEOPLE_AT_ONE))
    if not streets:
        yield oa.at, oa.place.name
        return
    total = sum(street.points.length for street in streets)
    for street in streets:
        here = max(1, round(wanted * street.points.length / total))
        for n in range(here):
            along = (n + rng.uniform(0.2, 0.8)) / here
            point = street.points.interpolate(along, normalized=True)
            x, y = point.x + rng.uniform(-6, 6), point.y + rng.uniform(-6, 6)
            if not oa.shape.contains(Point(x, y)):
                x, y = point.x, point.y
            yield (round(x), round(y)), street.tags["name"]


def one(oa: OutputArea, text: str, spot: tuple[Spot, str], rng: Random) -> Postcode:
    """Make one postcode; one in twenty has gone, one in 200 was never placed."""
    introduced = "198001" if rng.random() < 0.8 else f"{rng.randrange(1985, 2024)}06"
    gone = rng.random() < 0.05
    terminated = (
        f"{rng.randrange(1998, 2025)}{rng.randrange(1, 13):02d}" if gone else ""
    )
    return Postcode(
        text=text,
        at=spot[0],
        oa=oa,
        street=spot[1],
        introduced=introduced,
        terminated=terminated,
        placed=rng.random() >= (0.1 if gone else 0.0015),
    )


def write(
    areas: Areas, postcodes: list[Postcode], ranks: dict[str, int], folder: Folder
) -> None:
    """Write both directories, each a zip with its code names beside."""
    names = code_names(areas)
    for product, header, row in (
        ("ONSPD_FEB_2025", ONSPD, onspd_row),
        ("NSPL_MAY_2025", NSPL, nspl_row),
    ):
        rows = [row(p, ranks) for p in postcodes]
        members = {
            f"Data/{product}_UK.csv": as_csv(header.split(","), rows).encode("latin-1"),
            **names,
        }
        folder.zip(f"postcodes/{product}.zip", members, rows=len(rows))


def code_names(areas: Areas) -> dict[str, bytes]:
    """Give the lists of names that lie in ``Documents``, in Windows' encoding."""
    wards = sorted({oa.ward for oa in areas.oas})
    lads = [(lad.code, lad.name) for lad in DISTRICTS.values()]
    lists = {
        "Documents/Ward names and codes UK as at 05_25.csv": as_csv(
            ("WD25CD", "WD25NM"), [(code, areas.names[code]) for code in wards]
        ),
        "Documents/LA_UA names and codes UK as at 05_25.csv": as_csv(
            ("LAD25CD", "LAD25NM"), lads
        ),
    }
    return {name: text.encode("cp1252") for name, text in lists.items()}


def padded(text: str) -> tuple[str, str, str]:
    """Give a postcode in seven characters, in eight, and with one space."""
    outward, inward = text.split()
    return f"{outward:<4}{inward}", f"{outward:<4} {inward}", text


def placed(p: Postcode) -> tuple[str, str, str, str, str]:
    """Give easting, northing, quality, latitude and longitude."""
    if not p.placed:
        return ("", "", "9", *NO_PLACE)
    lon, lat = degrees(p.at)
    east, north = (f"{round(metre):06d}" for metre in p.at)
    return east, north, "1", f"{lat:.6f}", f"{lon:.6f}"


def onspd_row(p: Postcode, ranks: dict[str, int]) -> Row:
    """Give one row of ONSPD, old style: much of it pseudo codes."""
    lad, oa = DISTRICTS[p.oa.place.district], p.oa
    east, north, quality, lat, long = placed(p)
    rank = ranks.get(f"lsoa11:{oa.lsoa11}", 0)
    return (
        *(*padded(p.text), p.introduced, p.terminated, "E99999999", "E99999999"),
        *(lad.code, oa.ward, "E43999999", "0", east, north, quality, "E18999999"),
        *("E40999999", "E92000001", REGION[0], "E99999999", "E14900001", "E15000003"),
        *("E24999999", "E30900001", "E16999999", "E08900001", "99ZZ00", "E00999999"),
        *("99ZZ00", "E65000001", "E01999999", "E02999999", "9", "9Z9"),
        *(oa.code, oa.lsoa11, oa.msoa, "E33999999", lad.sub_icb[0], "E34999999"),
        *("E35999999", "C1", "7A1", lat, long, "E37999999", "", "E23999999", rank),
        *("E56900001", ICB[0], oa.code, oa.lsoa, oa.msoa),
    )


def nspl_row(p: Postcode, ranks: dict[str, int]) -> Row:
    """Give one row of NSPL, new style of 2025."""
    lad, oa = DISTRICTS[p.oa.place.district], p.oa
    east, north, quality, lat, long = placed(p)
    return (
        *padded(p.text),
        p.introduced,
        p.terminated,
        "0",
        east,
        north,
        quality,
        oa.code,
        "E99999999",
        "E99999999",
        lad.code,
        oa.ward,
        "E40999999",
        "E92000001",
        REGION[0],
        "E14900001",
        "E30900001",
        "E08900001",
        "E65000001",
        oa.lsoa,
        oa.msoa,
        "E33999999",
        lad.sub_icb[0],
        "E63999999",
        "RSF1" if oa.place.hill else "UN1",
        "7A1",
        lat,
        long,
        "E37999999",
        "",
        "E23999999",
        ranks.get(f"lsoa11:{oa.lsoa11}", 0),
        ICB[0],
    )
