"""A region of eight squares, in the publishers' own formats, small enough to read.

Two districts, four MSOAs, eight LSOAs of 2021. Of the seven of 2011 five are unchanged,
one was split in two (E01000107 became 107 and 108), and one (E01000199) was merged with
another into 106. Written whole by ``write``; a test spoils what it wants to.
"""

import csv
import io
import json
import zipfile
from pathlib import Path

DISTRICTS = {"E08000091": "Fulling", "E08000092": "Carding"}
LSOAS = [f"E0100010{n}" for n in range(1, 9)]
NAMES = {
    code: f"{'Fulling' if n < 4 else 'Carding'} {1 + n // 2:03}{'AB'[n % 2]}"
    for n, code in enumerate(LSOAS)
}
MSOAS = {
    f"E0200010{n}": f"{'Fulling' if n < 3 else 'Carding'} {n:03}" for n in (1, 2, 3, 4)
}
CALLED = dict(
    zip(MSOAS, ["Mill End", "Weir & Sluice", "Top Fold", "St Anne's"], strict=True)
)
OLD = {"E01000107": ["E01000107", "E01000108"], "E01000199": ["E01000106"]}
SIDE = 0.02
WEST, SOUTH = -2.0, 53.7

REGION = """
name = "Squares"
slug = "squares"
made_up = {made_up}
telephone = "01632 960 000"
telephone_hours = "mornings"
languages = ["en", "ur"]

[calendar]
relative_to_week = true
school_terms = [[-3, 4], [6, 12]]

[areas]
districts = ["E08000091", "E08000092"]
"""
SOURCE = """
[sources.{key}]
importer = "{importer}"
file = "{file}"
publisher = "Nobody (made up)"
licence = "CC0"
edition = "first"
date = "2026-01-31"
"""
SOURCES = [
    ("lookup_oa", "lookup_oa", "lookups/oa.csv", "oa", 2021),
    ("lookup_change", "lookup_change", "lookups/change.csv", "lsoa", 2021),
    ("lookup_wards", "lookup_wards", "lookups/wards.csv", "lsoa", 2021),
    ("lookup_icb", "lookup_icb", "lookups/icb.csv", "lsoa", 2021),
    ("edges_lsoa21", "boundaries", "edges/lsoa21.geojson", "lsoa", 2021),
    ("edges_lsoa11", "boundaries", "edges/lsoa11.geojson", "lsoa", 2011),
    ("edges_msoa21", "boundaries", "edges/msoa21.geojson", "msoa", 2021),
    ("edges_lad", "boundaries", "edges/lad.geojson", "lad", 2024),
    ("points", "points", "points.csv", "lsoa", 2021),
    ("rural_urban", "rural_urban", "ruc.csv", "lsoa", 2021),
    ("msoa_names", "msoa_names", "names.csv", "msoa", 2021),
    ("postcodes", "postcodes", "postcodes/ONSPD_FEB_2025.zip", "", 0),
]


def district_of(code):
    """Give the district of an LSOA."""
    return "E08000091" if LSOAS.index(code) < 4 else "E08000092"


def msoa_of(code):
    """Give the MSOA of an LSOA."""
    return list(MSOAS)[LSOAS.index(code) // 2]


def square(column, row=0, *, wide=1):
    """Give the ring of one square, or of several beside each other."""
    west, south = WEST + column * SIDE, SOUTH + row * SIDE
    east, north = west + wide * SIDE, south + SIDE
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def middle_of(code):
    """Give longitude and latitude of an LSOA's middle."""
    n = LSOAS.index(code)
    return WEST + (n + 0.5) * SIDE, SOUTH + 0.5 * SIDE


def feature(ring, **properties):
    """Write one area as the portal does."""
    shape = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": shape}


def collection(features):
    """Write a layer."""
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def table(header, rows, encoding="utf-8-sig"):
    """Write a table, beginning with the mark that the portal puts first."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def edges():
    """Write the four layers of boundaries."""
    lads = DISTRICTS.items()
    return {
        "edges/lsoa21.geojson": collection(
            feature(square(n), LSOA21CD=code, LSOA21NM=NAMES[code])
            for n, code in enumerate(LSOAS)
        ),
        "edges/lsoa11.geojson": collection(
            feature(ring, LSOA11CD=code, LSOA11NM=f"Old {code[-3:]}")
            for code, ring in [
                *((code, square(n)) for n, code in enumerate(LSOAS[:5])),
                ("E01000199", square(5)),
                ("E01000107", square(6, wide=2)),
            ]
        ),
        "edges/msoa21.geojson": collection(
            feature(square(2 * n, wide=2), MSOA21CD=code, MSOA21NM=name)
            for n, (code, name) in enumerate(MSOAS.items())
        ),
        "edges/lad.geojson": collection(
            feature(square(4 * n, wide=4), LAD24CD=code, LAD24NM=name)
            for n, (code, name) in enumerate(lads)
        ),
    }


def changes():
    """Say what became of each LSOA of 2011."""
    rows = [(code, code, "U") for code in LSOAS[:5]]
    rows += [("E01000199", "E01000106", "M")]
    rows += [("E01000107", "E01000107", "S"), ("E01000107", "E01000108", "S")]
    return rows


def lookups():
    """Write the lookups."""
    return {
        "lookups/oa.csv": table(
            "OA21CD,LSOA21CD,LSOA21NM,MSOA21CD,MSOA21NM,LAD22CD,LAD22NM,ObjectId",
            [
                (
                    f"E0000{n:03}{half}", code, NAMES[code], msoa_of(code),
                    MSOAS[msoa_of(code)], district_of(code),
                    DISTRICTS[district_of(code)], n,
                )
                for n, code in enumerate(LSOAS)
                for half in (0, 1)
            ],
        ),
        "lookups/change.csv": table(
            "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM,LAD22NMW",
            [
                (old, f"Old {old[-3:]}", new, NAMES[new], how, district_of(new),
                 DISTRICTS[district_of(new)], " ")
                for old, new, how in changes()
            ],
        ),
        "lookups/wards.csv": table(
            "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM",
            [
                (code, NAMES[code], f"E0500010{n // 4}", f"Ward {n // 4}",
                 district_of(code), DISTRICTS[district_of(code)])
                for n, code in enumerate(LSOAS)
            ],
        ),
        "lookups/icb.csv": table(
            "LSOA21CD,LSOA21NM,SICBL24CD,SICBL24CDH,SICBL24NM,ICB24CD,ICB24CDH,ICB24NM",
            [
                (code, NAMES[code], f"E3800000{1 + n // 4}", f"0{n // 4}X",
                 f"Place {n // 4}", "E54000099", "QZZ", "Squares ICB")
                for n, code in enumerate(LSOAS)
            ],
        ),
    }  # fmt: skip


ONSPD = (
    "pcd,pcd2,pcds,dointr,doterm,oslaua,osward,oseast1m,osnrth1m,oa11,lsoa11,lat,long,"
    "oa21,lsoa21,msoa21,imd"
)


def postcodes():
    """Write the postcode directory: three a square, one ended, one without a grid."""
    rows = [postcode_row(n, k) for n in range(len(LSOAS)) for k in range(3)]
    rows += [
        ("ZD1 9ZZ", "ZD1  9ZZ", "ZD1 9ZZ", "198001", "199912", "E08000091", "", "", "",
         "", "", "99.999999", "0.000000", "", "E01000101", "", ""),
        ("AB1 0AA", "AB1  0AA", "AB1 0AA", "198001", "", "S12000033", "", "", "",
         "", "", "57.101474", "-2.242851", "", "S01006514", "", ""),
    ]  # fmt: skip
    return table(ONSPD, rows, encoding="cp1252")


def postcode_row(n, k):
    """Write one postcode of a square."""
    code = LSOAS[n]
    longitude, latitude = middle_of(code)
    name = f"ZD{1 + n // 4} {n + 1}{'ABD'[k]}A"
    outward, inward = name.split()
    ended = "202001" if k == 2 else ""
    return (
        f"{outward:4}{inward}", f"{outward:5}{inward}", name, "199001", ended,
        district_of(code), "", "", "", "", "", f"{latitude + k / 1000:.6f}",
        f"{longitude:.6f}", f"E0000{n:03}0", code, msoa_of(code), "1",
    )  # fmt: skip


def others():
    """Write points, classes, names and postcodes."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("Data/ONSPD_FEB_2025_UK.csv", postcodes())
        held.writestr("Data/multi_csv/ONSPD_FEB_2025_UK_ZD.csv", postcodes())
    return {
        "points.csv": table(
            "FID,LSOA21CD,GlobalID,x,y",
            [(n, code, "g", *middle_of(code)) for n, code in enumerate(LSOAS)],
        ),
        "ruc.csv": table(
            "LSOA21CD,LSOA21NM,RUC21CD,RUC21NM,Urban_rural_flag",
            [
                (code, NAMES[code], "UN1", "Urban: Nearer to a town", "Urban")
                if n < 6
                else (code, NAMES[code], "RSN1", "Smaller rural: Nearer", "Rural")
                for n, code in enumerate(LSOAS)
            ],
        ),
        "names.csv": table("msoa21cd,msoa21hclnm", CALLED.items(), encoding="utf-8"),
        "postcodes/ONSPD_FEB_2025.zip": box.getvalue(),
    }


def write(folder: Path) -> Path:
    """Write all the files of the region into a folder."""
    for name, content in {**edges(), **lookups(), **others()}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def region_file(folder: Path, *, made_up=True, sources=SOURCES, more="") -> Path:
    """Write the region's own file."""
    text = REGION.format(made_up=str(made_up).lower())
    for key, importer, file, geography, year in sources:
        text += SOURCE.format(key=key, importer=importer, file=file)
        if geography:
            text += f'geography = "{geography}"\nvintage = {year}\n'
    path = folder / "squares.toml"
    path.write_text(text + more)
    return path
