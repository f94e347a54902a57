"""May one pass: on foot, on wheels, by bike, by car?"""

import pytest

from weft.access.domain.streets.gathering import judged, matter
from weft.access.domain.streets.joints import joint_verdict
from weft.access.domain.streets.verdicts import WORDS, Pass, Why
from weft.access.domain.travel import ALONG_STREETS, Way

Y, N, U = Pass.YES, Pass.NO, Pass.UNKNOWN
WAYS = {
    # tags: foot, wheels, bike, car
    "highway=residential": (Y, Y, Y, Y),
    "highway=residential surface=sett": (Y, U, Y, Y),
    "highway=tertiary": (Y, U, Y, Y),
    "highway=tertiary sidewalk=both": (Y, Y, Y, Y),
    "highway=tertiary sidewalk=no": (Y, U, Y, Y),
    "highway=trunk sidewalk=no": (Y, N, Y, Y),
    "highway=motorway": (N, N, N, Y),
    "highway=trunk motorroad=yes": (N, N, N, Y),
    "highway=footway": (Y, U, N, N),
    "highway=footway surface=asphalt": (Y, Y, N, N),
    "highway=footway surface=asphalt width=0.8": (Y, N, N, N),
    "highway=footway surface=asphalt width=1.2": (Y, U, N, N),
    "highway=footway surface=asphalt incline=10%": (Y, N, N, N),
    "highway=footway surface=asphalt incline=up": (Y, U, N, N),
    "highway=footway surface=mud": (Y, N, N, N),
    "highway=footway surface=asphalt smoothness=horrible": (Y, N, N, N),
    "highway=footway surface=asphalt smoothness=bad": (Y, U, N, N),
    "highway=footway surface=mud wheelchair=yes": (Y, Y, N, N),
    "highway=footway surface=asphalt wheelchair=no": (Y, N, N, N),
    "highway=footway access=private": (N, N, N, N),
    "highway=footway access=private foot=yes surface=paved": (Y, Y, N, N),
    "highway=footway bicycle=yes": (Y, U, Y, N),
    "highway=steps": (Y, N, N, N),
    "highway=steps ramp:wheelchair=yes": (Y, Y, N, N),
    "highway=steps ramp=yes": (Y, U, N, N),
    "highway=path": (Y, U, U, N),
    "highway=track": (U, U, U, N),
    "highway=track designation=public_bridleway surface=gravel": (Y, N, Y, N),
    "highway=service access=private": (N, N, N, N),
    "highway=service motor_vehicle=private": (Y, Y, Y, N),
    "highway=residential access=maybe": (U, U, U, U),
    "highway=construction foot=yes": (N, N, N, N),
    "highway=cycleway surface=asphalt": (Y, Y, Y, N),
    "highway=steps access=yes": (Y, N, N, N),
}
JOINTS = {
    "barrier=gate": (Y, U, Y, U),
    "barrier=gate access=private": (N, N, N, N),
    "barrier=gate locked=yes": (N, N, N, N),
    "barrier=gate wheelchair=yes": (Y, Y, Y, U),
    "barrier=stile": (Y, N, N, N),
    "barrier=stile access=yes": (Y, N, N, N),
    "barrier=kissing_gate": (Y, N, N, N),
    "barrier=kissing_gate wheelchair=yes": (Y, Y, N, N),
    "barrier=bollard": (Y, U, Y, N),
    "barrier=bollard maxwidth:physical=1.5": (Y, Y, Y, N),
    "barrier=bollard motor_vehicle=yes": (Y, U, Y, Y),
    "barrier=wibble": (U, U, U, U),
    "kerb=lowered": (Y, Y, Y, Y),
    "barrier=kerb kerb=raised": (Y, N, Y, Y),
    "highway=crossing": (Y, U, Y, Y),
    "entrance=yes": (Y, Y, Y, Y),
}


def tags_of(words):
    return dict(word.split("=") for word in words.split())


@pytest.mark.parametrize("words", WAYS)
def test_each_way_is_judged_by_what_is_said_of_it(words):
    verdict = judged(matter(tags_of(words)))

    assert tuple(one.there for one in verdict.by_way) == WAYS[words]


@pytest.mark.parametrize("words", JOINTS)
def test_each_obstacle_is_judged_by_what_is_said_of_it(words):
    assert joint_verdict(tags_of(words)).passing == JOINTS[words]


@pytest.mark.parametrize("words", WAYS)
def test_whoever_is_held_up_is_told_why(words):
    wheels = judged(matter(tags_of(words))).by_way[ALONG_STREETS.index(Way.WHEELS)]

    assert (wheels.there is Y) == (wheels.why == Why(0))
    assert all(one in WORDS for one in wheels.why)


@pytest.mark.parametrize(
    ("words", "there", "back"),
    [
        ("oneway=yes", (Y, Y, Y, Y), (Y, Y, N, N)),
        ("oneway=-1", (Y, Y, N, N), (Y, Y, Y, Y)),
        ("oneway=yes oneway:bicycle=no", (Y, Y, Y, Y), (Y, Y, Y, N)),
        ("oneway=yes cycleway=opposite_lane", (Y, Y, Y, Y), (Y, Y, Y, N)),
        ("junction=roundabout", (Y, Y, Y, Y), (Y, Y, N, N)),
    ],
)
def test_a_one_way_is_one_for_wheels_that_roll_on_the_road(words, there, back):
    verdict = judged(matter({"highway": "residential", **tags_of(words)}))

    assert tuple(one.there for one in verdict.by_way) == there
    assert tuple(one.back for one in verdict.by_way) == back


@pytest.mark.parametrize(
    ("words", "kmh"),
    [
        ("highway=primary", 43),
        ("highway=primary maxspeed=20", 20),
        ("highway=residential maxspeed=20", 19),
        ("highway=primary maxspeed=none", 43),
    ],
)
def test_a_car_goes_at_its_usual_speed_and_never_above_the_limit(words, kmh):
    car = judged(matter(tags_of(words))).by_way[ALONG_STREETS.index(Way.CAR)]

    assert car.mm_a_second == round(kmh * 1_000_000 / 3_600)


def test_a_limit_in_miles_is_one_in_miles():
    told = {"highway": "primary", "maxspeed": "20 mph"}

    car = judged(matter(told)).by_way[ALONG_STREETS.index(Way.CAR)]

    assert car.mm_a_second == round(20 * 1.609344 * 1_000_000 / 3_600)


def test_where_one_gets_off_the_bike_one_walks():
    told = {"highway": "footway", "bicycle": "dismount"}

    bike = judged(matter(told)).by_way[ALONG_STREETS.index(Way.BIKE)]

    assert (bike.there, bike.mm_a_second) == (Y, 1_250)
