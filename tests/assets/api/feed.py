"""A register with something of everything, and how a harvester asks its feed."""

import json
from datetime import time

from tests.web import valley
from weft.assets.models import Asset, Fact, Offer

STUB = "/openreferral/v3/"
ADDRESS = {"address": "1 Mill Lane, Aldermill, Tenterdale", "postcode": "ZD3 8EH"}


def a_register():
    """Things to do at several places and hours, and things that are kept back."""
    region = valley.region()
    group = valley.group(region, website="www.example.org", summary="People with clay.")
    near = valley.place(region, **ADDRESS)
    far = valley.place(region, "Far Barn", point=valley.north_of_home(3_000))
    Fact.objects.create(asset=near, field="access", value="Level access.", source="us")
    valley.offer(region, group=group, place=near, tags=["pottery"], least_age=18)
    valley.offer(
        region,
        "Dancing",
        place=far,
        group=valley.group(region, "Barn Dancers"),
        kinds=["movement", "community"],
        manner=["join"],
        on=([1, 4], time(19), time(21)),
        greatest_age=99,
        website="not an address at all",
    )
    valley.offer(
        region,
        "Singing",
        place=near,
        kinds=["creative"],
        manner=["join"],
        on=([4], time(10), time(12)),
        least_age=5,
        greatest_age=16,
    )
    valley.offer(
        region, "Talking online", online=True, kinds=["support"], on=(None,) * 3
    )
    valley.offer(
        region,
        "Story evening",
        place=valley.place(region, "A kept barn", visibility="hidden"),
        kinds=["cultural"],
        tags=["Lancashire stories"],
        least_age=12,
        on=([4], time(19), time(20, 30)),
    )
    kept_back(region)
    valley.derive(region)
    return region


def kept_back(region):
    """What no feed may carry, each with a word that is nowhere else."""
    valley.offer(region, "Zzmembers", visibility="members", tags=["zzmembers"])
    for number, told in enumerate(
        (
            {"visibility": "hidden"},
            {"visibility": "known"},
            {"kind": "tradition", "latitude": None, "longitude": None},
        )
    ):
        group = valley.group(region, f"Zzgroup{number}", **told)
        valley.offer(region, f"Zzoffer{number}", group=group, tags=[f"zztag{number}"])
    person = valley.group(region, "Zzperson Ann", kind="person")
    valley.offer(region, "Sewing with a neighbour", group=person)


def ask(client, path="services", **asked):
    """Ask, and read the answer."""
    answer = client.get(STUB + path, {k: v for k, v in asked.items() if v is not None})
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(page):
    return {one["name"] for one in page["contents"]}


def lines(client, path="services", **asked):
    """Take everything, a line at a time."""
    answer = client.get(STUB + path, {"format": "ndjson", **asked})
    body = b"".join(answer.streaming_content).decode()
    return [json.loads(line) for line in body.splitlines()]


def everything_kept_back():
    """Say every word that must be nowhere."""
    words = ["Zz", "zz", "A kept barn"]
    assert Offer.objects.filter(name__startswith="Zz").exists()
    assert Asset.objects.filter(name="A kept barn").exists()
    return words
