"""How the accelerator stands in for the pure functions, and when it does not."""

from __future__ import annotations

import gc
import inspect
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from meshwright import DecodeError, accelerated, tool, wire
from meshwright.codec.acceleration import Accelerator

WindowGrant = wire.stream.WindowGrant
GRANT = WindowGrant(stream_id=1, total_consumed=2, ack_seq=3)
needs_accelerator = pytest.mark.skipif(not accelerated(), reason="the accelerator was not built, or not wanted")


@needs_accelerator
@pytest.mark.parametrize(("pure", "active"), [("1", False), ("yes", False), ("0", True), ("", True)])
def test_environment(pure: str, active: bool) -> None:
    """`MESHWRIGHT_PURE` is asked when the package is loaded."""
    code = f"import meshwright; assert meshwright.accelerated() is {active}"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, env={**os.environ, "MESHWRIGHT_PURE": pure})


def test_missing() -> None:
    """A package without an extension is pure."""
    accelerator = Accelerator("meshwright.codec", "")
    assert not accelerator.active
    accelerator.install("wire.stream", {})
    with accelerator.paused():
        pass


@needs_accelerator
def test_stale() -> None:
    """An extension that was made from other code is not used, and that is said."""
    with pytest.warns(RuntimeWarning, match="build the package again"):
        assert not Accelerator("meshwright", "another").active


@needs_accelerator
def test_loaded_twice() -> None:
    """It serves the classes that came first; a package that is loaded again, as by another interpreter, is pure."""
    code = (
        "import sys, meshwright\n"
        "assert meshwright.accelerated()\n"
        "for name in [name for name in sys.modules if name.startswith('meshwright')]: del sys.modules[name]\n"
        "import meshwright\n"
        "assert not meshwright.accelerated()\n"
        "from meshwright import wire\n"
        "assert type(wire.stream.WindowGrant.decode(bytes(24))) is wire.stream.WindowGrant\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_called_like_a_method() -> None:
    """With its argument by name, through an instance, from another process, and with what it cannot take."""
    data = GRANT.encode()
    assert WindowGrant.decode(data=data) == GRANT == GRANT.decode(data)
    assert list(inspect.signature(WindowGrant.decode).parameters) == ["data"]
    assert list(inspect.signature(WindowGrant.encode).parameters) == ["self"]
    assert "DecodeError" in (WindowGrant.decode.__doc__ or "")
    assert pickle.loads(pickle.dumps(WindowGrant.decode))(data) == GRANT
    with pytest.raises(TypeError):
        WindowGrant.decode()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        WindowGrant.decode(data, data)  # type: ignore[call-arg]


def test_unusual_values() -> None:
    """What the accelerator leaves to the pure functions has the same bytes: tuples, subclasses, ints for floats."""

    class Long(int):
        pass

    class Line(str):
        __slots__ = ()

    assert WindowGrant(stream_id=Long(1), total_consumed=2, ack_seq=3).encode() == GRANT.encode()
    start = tool.ToolEvent.Start(tool.ToolStart(tool_id=Line("a")))
    assert start.encode() == tool.ToolEvent.Start(tool.ToolStart(tool_id="a")).encode()
    progress = tool.ToolEvent.Progress(tool.ToolProgress(pct=50))
    assert progress.encode() == tool.ToolEvent.Progress(tool.ToolProgress(pct=50.0)).encode()


def test_deleted_field() -> None:
    """An attribute that is not there is an AttributeError, not a crash."""
    grant = WindowGrant(stream_id=1, total_consumed=2, ack_seq=3)
    del grant.ack_seq
    with pytest.raises(AttributeError):
        grant.encode()


@needs_accelerator
def test_collector() -> None:
    """Values that can be in no cycle are not looked at by the collector; others are."""
    assert not gc.is_tracked(WindowGrant.decode(GRANT.encode()))
    descriptor = tool.ToolDescriptor(
        tool_id="a",
        name="b",
        version="1",
        description=None,
        input_schema=None,
        output_schema=None,
        requires=[],
        estimated_time_ms=1,
        stateless=True,
        streaming=False,
        tags=["c"],
        node_count=1,
    )
    assert gc.is_tracked(tool.ToolDescriptor.decode(descriptor.encode()))


def test_threads() -> None:
    """Many at once, some refused."""
    data = GRANT.encode()

    def work(_: int) -> None:
        for _ in range(500):
            assert WindowGrant.decode(data).encode() == data
            with pytest.raises(DecodeError):
                WindowGrant.decode(data[:-1])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
