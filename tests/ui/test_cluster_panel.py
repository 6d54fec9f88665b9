"""The panel of a team's cluster: the address is kept when the field is left, and looked at when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from studio.actions.cluster import cluster_address
from studio.jobs.events import Done, Event, JobRequest
from studio.store import Store
from ui.bridge import JobBridge
from ui.notices import Notices
from ui.plan import Plan
from ui.settings.cluster import ClusterPanel

ADDRESS = "tcp://meja-3:8786"


class Hand:
    """A worker whose jobs end as the test says."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self.tell, self.requests = tell, []

    def submit(self, request: JobRequest) -> int:
        self.requests.append(request)
        return len(self.requests)

    def close(self) -> None:
        """Nothing runs."""


@pytest.fixture
def hands() -> list[Hand]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, store: Store, notices: Notices, hands: list[Hand]) -> Iterator[ClusterPanel]:
    def make(tell: Callable[[Event], None]) -> Any:
        hands.append(Hand(tell))
        return hands[-1]

    plan = Plan(store, notices)
    plan.stop_looking()
    made = ClusterPanel(plan, JobBridge(make))
    plan.setParent(made)
    qtbot.addWidget(made)
    made.resize(640, 200)
    made.show()
    yield made
    plan.close()


def type_in(qtbot: QtBot, panel: ClusterPanel, text: str) -> None:
    panel.address.clear()
    qtbot.keyClicks(panel.address, text)
    panel.address.editingFinished.emit()


def test_an_address_is_kept_completed_and_can_be_undone(qtbot: QtBot, panel: ClusterPanel, store: Store) -> None:
    assert not panel.look.isEnabled()
    type_in(qtbot, panel, "meja-3")
    assert (cluster_address(store), panel.address.text()) == (ADDRESS, ADDRESS)
    panel.plan.undo()
    assert (cluster_address(store), panel.address.text()) == ("", "")
    assert not panel.look.isEnabled()


def test_what_is_no_address_is_told_and_stays_to_be_mended(qtbot: QtBot, panel: ClusterPanel, store: Store) -> None:
    type_in(qtbot, panel, "http://meja-3")
    assert panel.says.text().startswith("A cluster is not reached by http://.")
    assert (cluster_address(store), panel.address.text()) == ("", "http://meja-3")
    panel.look.click()
    assert panel.says.text().startswith("A cluster is not reached by http://.")


def test_a_look_tells_how_many_work_there_or_why_none_does(
    qtbot: QtBot, panel: ClusterPanel, hands: list[Hand]
) -> None:
    type_in(qtbot, panel, ADDRESS)
    panel.look.click()
    assert (panel.says.text(), panel.look.isEnabled()) == ("Looking…", False)
    (request,) = hands[0].requests
    assert (request.function, request.arguments) == ("studio.actions.cluster:run_look", {"address": ADDRESS})
    told = {"address": ADDRESS, "ok": True, "workers": 2, "threads": 3, "reason": ""}
    hands[0].tell(Done(1, told))
    assert panel.says.text() == "It is ready: 2 workers, 3 threads in all."
    panel.look.click()
    reason = f"There is no cluster at {ADDRESS} (connection refused). Start one there."
    hands[0].tell(Done(2, told | {"ok": False, "reason": reason}))
    assert (panel.says.text(), panel.says.property("role"), panel.look.isEnabled()) == (reason, "error", True)
