"""Which list do the hill parishes keep at an address, and what became of it?

It lay there on two days: the second time half of it had gone, as happens when somebody
sorts a spreadsheet and saves what is in sight.
"""

from demo.files import Folder
from demo.places.venues import Venue
from demo.words import table

HEADER = (
    "Group",
    "What",
    "Where",
    "Postcode",
    "When",
    "Cost",
    "Who for",
    "E-mail",  # people's own: nobody keeps it
    "Hymn number",  # what no register has a use for
)


def write(halls: dict[str, Venue], folder: Folder) -> None:
    """Write the list as it lay there on each day."""
    rows = [(one["second"] == "yes", _row(one, halls)) for one in table("parishes.txt")]
    folder.csv("feeds/hill-parishes-1.csv", HEADER, [row for _, row in rows])
    folder.csv(
        "feeds/hill-parishes-2.csv", HEADER, [row for stays, row in rows if stays]
    )


def _row(one: dict[str, str], halls: dict[str, Venue]) -> tuple[str, ...]:
    hall = halls[one["venue"]]
    mail = f"{one['group'].split()[-1].lower()}@hill-parishes.example"
    where = (hall.name, hall.postcode)
    told = (one["when"], one["cost"], one["for whom"], mail, "37")
    return (one["group"], one["what"], *where, *told)
