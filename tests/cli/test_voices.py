"""Does the command place every character, and open every requirement to its words?"""

import pytest

from tests.standards.documents_made import docx, line
from tests.voices.pictures_taken import as_sent
from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.cli.line import main
from weft.cli.requirement_rows import requirements
from weft.voices.domain.example.asked import opened
from weft.voices.domain.notes import placed
from weft.voices.models import Passage, Project
from weft.voices.queries.whole import whole
from weft.voices.services import take_in


@pytest.mark.django_db
def test_the_acceptance_case_ends_as_it_should_and_can_be_taken_in(shared, capsys):
    file = str(shared / "field" / "workshop-notes.txt")
    region = valley.region().slug
    assert main(["voices", "example", "--from", file, "--all"]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == (
        "20,642 of 20,642 characters placed; loops 7/51/43; 257 requirements opened"
    )
    assert "Nobody who was in the room has checked this." in said
    assert "joy of the person → joy and development of the community →" in said
    assert "(lines 146, 169)" in said
    assert "172b" in said
    assert "the young" in said
    assert not Project.objects.exists()

    into = ["voices", "example", "--from", file, "--take-in", "--region", region]
    assert main(into) == 0
    assert "read by: hosts" in capsys.readouterr().out
    assert Passage.objects.count() == 205
    assert main(into) == 1
    assert "already" in capsys.readouterr().err
    assert main([*into, "--instead"]) == 0
    assert Project.objects.count() == 1


@pytest.mark.django_db
def test_other_notes_are_placed_and_nothing_of_the_draft_is_told(tmp_path, capsys):
    file = tmp_path / "notes.txt"
    file.write_bytes("WHAT DO WE BAKE?\r\nRye…\r\nand “oats”".encode())
    assert main(["voices", "example", "--from", str(file)]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == "34 of 34 characters placed"
    assert "draft reading by" not in said
    file.unlink()
    assert main(["voices", "example", "--from", str(file)]) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_a_requirement_whose_line_holds_nothing_is_not_opened():
    notes = placed("WHAT DO WE BAKE?\nRye\n\nOats\n")
    rows = [("A1", "1,2"), ("A2", "3"), ("A3", "2-4"), ("A4", "9"), ("A5", "2, 3")]
    told = opened(notes, rows)
    assert [(one.id, [piece.line for piece in one.pieces]) for one in told] == [
        ("A1", [1, 2]),
        ("A3", [2, 4]),
    ]


@pytest.mark.shows("T2")
def test_each_of_the_257_requirements_opens_to_words_of_its_lines(shared):
    text = (shared / "field" / "workshop-notes.txt").read_text(encoding="utf-8")
    told = opened(placed(text), [(one.id, one.line) for one in requirements()])
    assert len(told) == 257
    assert all(one.pieces for one in told)


@pytest.mark.django_db
def test_files_are_put_in_by_typing_and_what_was_not_read_is_said(tmp_path, capsys):
    region = valley.region().slug
    take_in(by=Actor.command("tests"), region=region, told=evening())
    words, picture = tmp_path / "talk.docx", tmp_path / "poster.png"
    words.write_bytes(docx(line("Owls."), word__vbaProject_dot_bin=b"x"))
    picture.write_bytes(as_sent())
    into = ["voices", "put-in", "kettle-evenings"]
    assert main([*into, str(words)]) == 0
    assert "talk.docx: 6 letters put in. Not read: 1 macro." in capsys.readouterr().out
    assert main([*into, str(picture)]) == 1
    assert "--nobody-in-it" in capsys.readouterr().err
    assert main([*into, str(picture), "--nobody-in-it", "--workshop", "lock"]) == 0
    assert main([*into, str(words), "--workshop", "gone"]) == 1
    assert "--workshop REF: lock (What keeps people in?)" in capsys.readouterr().err
    made = whole(region, "kettle-evenings").workshops[0].sources[1:]
    assert [(one.name, one.text, one.picture is None) for one in made] == [
        ("talk", "Owls.", True),
        ("poster", "", False),
    ]
    for file in ("kettle.json", "kettle.qdpx"):  # a picture goes and comes in both
        leaves = ["voices", "leave", "kettle-evenings", str(tmp_path / file)]
        assert main(leaves) == 0
        assert main(["voices", "take-in", leaves[-1], "--instead"]) == 0
    back = whole(region, "kettle").workshops[0].sources[-1]
    assert back.picture.jpeg == made[-1].picture.jpeg
    assert back.picture.people == 1  # nobody told who is in it: it is shown to nobody
