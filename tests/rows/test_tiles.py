"""Tenterdale in tiles, on two processes of this machine, is Tenterdale in one go."""

import os
import signal

import numpy as np
import pytest
from distributed import Client, LocalCluster

from weft.access.domain.going import Basis
from weft.access.queries.everybody.reckoning import reckon
from weft.access.queries.everybody.tiles import InTiles
from weft.cli import on_dask
from weft.commons.errors import WronglyConfigured
from weft.commons.times import Week
from weft.ground import queries as ground

ARRAYS = ("counts", "more", "three", "kinds", "hours", "takers", "shared")


def same(one, other):
    return one.changed.tobytes() == other.changed.tobytes() and all(
        getattr(one.choice, name).tobytes() == getattr(other.choice, name).tobytes()
        for name in ARRAYS
    )


@pytest.mark.one_data_base
def test_a_killed_worker_and_any_tiles_leave_every_digit_of_tenterdale_as_it_is(
    valley, tmp_path
):
    week = Week.of(ground.region(valley).built_at.date())
    whole = reckon(valley, week)
    assert whole.around.basis is Basis.TIMETABLE
    assert (np.ptp(whole.choice.counts[..., 0], axis=1) > 0).any()

    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            local_directory=str(tmp_path),
        ) as cluster,
        Client(cluster) as client,
    ):
        on = on_dask.across(client)
        killed = []

        def and_kill(common, tiles, around):
            assert len(tiles) > 4
            for part in on(common, tiles, around):
                if not killed:
                    pids = sorted(client.run(os.getpid).values())
                    killed.append(pids[0])
                    os.kill(pids[0], signal.SIGKILL)
                yield part

        parted = reckon(valley, week, tiles=InTiles(across=and_kill, most=20))
        assert same(parted, whole)
        assert "world" not in vars(parted)  # nobody put the whole together
        client.wait_for_workers(2)
        assert killed[0] not in client.run(os.getpid).values()


def test_where_no_scheduler_answers_it_is_said(monkeypatch):
    with (
        pytest.raises(WronglyConfigured, match="No scheduler"),
        on_dask.scheduler("nonsense://x"),
    ):
        pass
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with (
        pytest.raises(WronglyConfigured, match=r"requirements/dask\.txt"),
        on_dask.scheduler("tcp://127.0.0.1:1"),
    ):
        pass
