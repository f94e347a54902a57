"""Does the command measure, write what it measured, and try it elsewhere?"""

import pytest

from tests.assets.sources.test_library_change import a_list, a_row
from weft.assets.domain.sureness import Aspect, Keeper
from weft.assets.domain.sureness.measured import read
from weft.cli.line import main


@pytest.fixture
def lists(tmp_path):
    """Forty libraries of four councils; every fifth changed its hours."""
    names = [(f"Council {n % 4}", f"Library {n}") for n in range(40)]
    for year in (22, 23):
        a_list(
            tmp_path,
            year,
            *(
                a_row(
                    year,
                    authority=council,
                    name=name,
                    hours="20" if year == 23 and at % 5 == 0 else "30",
                )
                for at, (council, name) in enumerate(names)
            ),
        )
    return tmp_path


def test_fit_writes_what_it_says(lists, capsys):
    file = lists / "paces.toml"

    assert main(["sureness", "fit", "--from", str(lists), "--into", str(file)]) == 0

    said, told = capsys.readouterr().out, read(file.read_text())
    assert "40 libraries of 4 authorities followed from 2022 to 2023" in said
    assert (told.things, told.authorities) == (40, 4)
    hours = next(one for one in told.fitted if one.aspect is Aspect.HOURS)
    assert (hours.things, hours.changed) == (40, 8)
    assert hours.within_a_year[Keeper.PAID] == pytest.approx(0.2, abs=0.02)
    assert f"{told.all.brier:.4f}" in said


def test_the_same_lists_give_the_same_bytes(lists):
    files = [lists / "one.toml", lists / "two.toml"]
    for file in files:
        main(["sureness", "fit", "--from", str(lists), "--into", str(file)])

    assert files[0].read_bytes() == files[1].read_bytes()


def test_check_tries_the_paces_of_the_house_and_writes_nothing(lists, capsys):
    before = sorted(lists.iterdir())

    assert main(["sureness", "check", "--from", str(lists)]) == 0

    assert "The hours of a week" in capsys.readouterr().out
    assert sorted(lists.iterdir()) == before


def test_a_folder_without_lists_is_refused_in_words(tmp_path, capsys):
    assert main(["sureness", "fit", "--from", str(tmp_path)]) == 1
    assert "not two yearly lists" in capsys.readouterr().err
