"""What was typed finds its command, or a kind sentence."""

import ast
import errno

import pytest

from tests.cli.running import ROOT, weft
from weft.cli import line
from weft.cli.ports import free_port
from weft.commons.errors import WronglyConfigured


class TestHelp:
    def test_lists_every_command_with_its_line(self, capsys):
        assert line.main(["--help"]) == 0
        said = capsys.readouterr().out

        for name, words in line.commands().items():
            assert f"  {name} " in said
            assert len(words) > 20

    def test_nothing_typed_gets_help_too(self, capsys):
        assert line.main([]) == 2
        assert "demo" in capsys.readouterr().out

    def test_modules_that_are_no_commands_are_not_listed(self):
        assert not {"line", "house", "ports", "keeping"} & set(line.commands())

    @pytest.mark.parametrize("name", sorted(set(line.commands()) - set(line.BEFORE)))
    def test_each_command_says_what_may_follow(self, name, tmp_path):
        done = weft(name, "--help", "--data-dir", tmp_path)
        if name == "test":  # whose words all go to pytest
            return
        assert done.returncode == 0, done.stderr
        assert "--data-dir" in done.stdout
        assert "--port" in done.stdout


class TestSlips:
    def test_a_name_nearly_right_gets_the_right_one(self, capsys):
        assert line.main(["serv"]) == 2
        assert "Did you mean ./weft serve?" in capsys.readouterr().err

    def test_a_name_like_no_other_gets_the_list(self, capsys):
        assert line.main(["xyzzy"]) == 2
        assert "./weft --help" in capsys.readouterr().err

    def test_a_strange_option_is_refused(self, tmp_path):
        done = weft("backup", "--fast", "--data-dir", tmp_path)
        assert done.returncode == 2
        assert "--fast" in done.stderr

    @pytest.mark.parametrize("slip", ["--data", "--por"])
    def test_half_an_option_is_never_guessed_at(self, slip, tmp_path):
        """Guessed after the folder was chosen, another folder would be served."""
        done = weft("backup", slip, tmp_path / "meant", "--data-dir", tmp_path)
        assert done.returncode == 2
        assert slip in done.stderr

    @pytest.mark.parametrize(
        ("typed", "advice"),
        [
            (("serve", "--port", "abc"), "takes a number"),
            (("demo", "--week", "next"), "write it as 2026-11-23"),
            (
                ("region", "check", "x", "--week", "2026-13-40"),
                "write it as 2026-11-23",
            ),
        ],
    )
    def test_what_cannot_be_read_is_told_with_how_it_is_written(
        self, typed, advice, tmp_path
    ):
        done = weft(*typed, "--data-dir", tmp_path)
        assert done.returncode == 2
        assert advice in done.stderr
        assert f"./weft {typed[0]}" in done.stderr


class TestPorts:
    def test_the_one_asked_for_is_taken_or_nothing(self, a_taken_port):
        with pytest.raises(WronglyConfigured, match="is taken"):
            free_port(a_taken_port, bind="127.0.0.1")

    def test_unasked_the_next_free_one_is_taken(self, a_taken_port, monkeypatch):
        monkeypatch.setattr("weft.cli.ports.USUAL", a_taken_port)
        assert free_port(None, bind="127.0.0.1") > a_taken_port

    @pytest.mark.parametrize("port", [0, -1, 70_000])
    def test_what_is_no_port_is_refused(self, port):
        with pytest.raises(WronglyConfigured, match="no port"):
            free_port(port, bind="127.0.0.1")

    def test_an_address_this_machine_has_not_is_told_as_that(self):
        with pytest.raises(WronglyConfigured, match="no such address"):
            free_port(None, bind="192.0.2.1")

    def test_a_port_that_is_not_for_everybody_is_told_as_that(self, monkeypatch):
        def refused(*_):
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr("socket.socket.bind", refused)
        with pytest.raises(WronglyConfigured, match="1024"):
            free_port(80, bind="127.0.0.1")

    @pytest.fixture
    def a_taken_port(self):
        import socket

        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            yield taken.getsockname()[1]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "src" / "weft" / "cli").glob("*.py")), ids=lambda p: p.stem
)
def test_only_the_command_that_is_asked_for_is_read(path):
    """A command imports no other command: --help and a second start stay quick."""
    names = {name.replace("-", "_") for name in line.commands()} - {"region"}
    imported = {
        node.module.rpartition(".")[2]
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("weft.cli.")
    }
    assert imported & names == set()
