"""Which neighbourhoods has Tenterdale, and what is each like?

Twenty-four of them: three towns, nine villages on hills. Everything here is made up;
``need`` and the shares of people are the valley's hidden truth, from which the files
of every publisher are drawn with chance.
"""

from dataclasses import dataclass

from demo.ground.land import Spot, spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A part of the valley with a name of its own.

    Shares run from 0 to 1; ``need`` from little to much.
    """

    name: str
    at: Spot
    people: int
    need: float
    hill: bool
    town: str
    district: int
    msoa: str
    ward: str
    postcodes: str
    asian: float
    east_european: float
    older: float

    @property
    def lsoas(self) -> int:
        """Into how many LSOAs it is cut (about 1,580 people in each)."""
        return max(1, round(self.people / 1580))


def _told(line: str) -> Neighbourhood:
    cells = [cell.strip() for cell in line.split("|")]
    x, y, people = (int(cell) for cell in cells[1:4])
    asian, east_european, older = (int(cell) / 100 for cell in cells[11:14])
    return Neighbourhood(
        name=cells[0],
        at=spot((x, y)),
        people=people,
        need=int(cells[4]) / 100,
        hill=cells[5] == "hill",
        town=cells[6],
        district=int(cells[7]),
        msoa=cells[8],
        ward=cells[9],
        postcodes=cells[10],
        asian=asian,
        east_european=east_european,
        older=older,
    )


# name | x | y on the drawing | people | need % | hill or floor | town | district |
# MSOA | ward | outward code and sector | Asian %, East European %, over-65s %
_TOLD = """
High Tenter|105|108|2310|38|hill|High Tenter|1|001|High Moor|ZD7 1|1|1|27
Wethersike|214|78|1980|30|hill|Wethersike|1|001|High Moor|ZD7 2|1|1|26
Nab Hill|330|112|2840|55|hill|Nab Hill|1|001|High Moor|ZD3 3|2|2|23
Moorfoot|440|104|2160|22|hill|Moorfoot|2|001|Rushby North|ZD5 4|2|1|28
Ox Lea|538|168|2490|18|hill|Ox Lea|2|001|Rushby North|ZD5 5|3|1|29
Harrow Clough|84|214|1870|47|hill|Harrow Clough|1|002|Hollin Bridge|ZD7 3|1|1|25
Waterside|164|200|4630|82|floor|Hollin Bridge|1|002|Hollin Bridge|ZD6 1|22|6|14
Hollin Top|212|146|3920|44|floor|Hollin Bridge|1|003|Hollin Bridge|ZD6 2|6|3|19
Fallow Cote|142|276|2050|28|hill|Fallow Cote|1|004|Slackgate and Fallow|ZD7 4|1|1|28
Slackgate|228|262|4410|74|floor|Hollin Bridge|1|004|Slackgate and Fallow|ZD6 3|9|9|15
Copperas Row|268|196|4880|91|floor|Aldermill|1|003|Copperas and Mount|ZD3 1|31|5|11
The Mount|330|176|4720|35|floor|Aldermill|1|005|Copperas and Mount|ZD1 3|8|3|21
Aldermill Centre|336|236|6240|68|floor|Aldermill|1|006|Aldermill Central|ZD1 2|17|9|13
Dyehouse|392|228|5860|95|floor|Aldermill|1|007|Dyehouse and Lockside|ZD2 1|46|7|9
Weavers’ Field|304|296|5330|87|floor|Aldermill|1|008|Weavers’ Field|ZD2 2|38|6|10
Lockside|376|286|5120|72|floor|Aldermill|1|009|Dyehouse and Lockside|ZD2 3|14|12|14
Tentercroft|420|172|4380|26|floor|Aldermill|1|005|Tentercroft|ZD1 4|7|2|22
Kettlewick|258|352|2270|33|hill|Kettlewick|1|008|Weavers’ Field|ZD3 2|1|1|27
Long Ing|450|254|4560|49|floor|Rushby|2|001|Rushby North|ZD5 1|8|4|18
Sallow Bank|372|356|3410|58|hill|Sallow Bank|2|002|St Hild’s and Sallow|ZD5 3|3|3|21
St Hild’s|458|330|4950|63|floor|Rushby|2|002|St Hild’s and Sallow|ZD5 2|11|6|16
Rushby Town|522|268|6010|57|floor|Rushby|2|003|Rushby Town|ZD4 1|12|8|15
Rushby Station|568|322|4490|77|floor|Rushby|2|004|Rushby Vale|ZD4 2|16|15|12
Rushby Ings|524|366|3920|84|floor|Rushby|2|004|Rushby Vale|ZD4 3|9|11|14
"""

NEIGHBOURHOODS = tuple(_told(line) for line in _TOLD.strip().splitlines())
BY_NAME = {place.name: place for place in NEIGHBOURHOODS}
TOWNS = ("Hollin Bridge", "Aldermill", "Rushby")


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A made-up local authority, with every name and code it goes by."""

    code: str
    name: str
    sub_icb: tuple[str, str, str]
    post_town: str


ICB = ("E54900001", "QZD", "NHS Tenterdale Integrated Care Board")
REGION = ("E12000003", "Yorkshire and The Humber")
DISTRICTS = {
    1: District(
        code="E08900001",
        name="Aldermill",
        sub_icb=("E38900001", "Z1A", "NHS Tenterdale ICB - Z1A"),
        post_town="ALDERMILL",
    ),
    2: District(
        code="E08900002",
        name="Rushby",
        sub_icb=("E38900002", "Z2R", "NHS Tenterdale ICB - Z2R"),
        post_town="RUSHBY",
    ),
}
