"""What programs see: classes, errors, and what a field may hold."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from typing_extensions import assert_never

from meshwright import DecodeError, EncodeError, WrongTypeError, tool, wire

WindowGrant = wire.stream.WindowGrant
GRANT = WindowGrant(stream_id=1, total_consumed=2, ack_seq=3)


def test_round_trip() -> None:
    """Decoding gives an equal value, from any kind of buffer."""
    data = GRANT.encode()
    assert type(data) is bytes
    for buffer in (data, bytearray(data), memoryview(data), memoryview(data + data)[: len(data)]):
        assert WindowGrant.decode(buffer) == GRANT


def test_constants() -> None:
    """What the spec fixes has a name, and is what encoders write."""
    KeepAlive = wire.traversal.PunchKeepAlive
    data = KeepAlive(sender=wire.identity.NodeId(7), punch_id=9).encode()
    assert int.from_bytes(data[:2], "little") == KeepAlive.MAGIC
    assert (wire.handshake.HandshakeInit.MAGIC, wire.handshake.HandshakeInit.TYPE) == (0x4857, 1)
    assert wire.log.Manifest.MAGIC == b"REDM"
    assert "MAGIC" not in repr(KeepAlive(sender=wire.identity.NodeId(7), punch_id=9))


def test_input_must_be_bytes() -> None:
    """A number would otherwise make that many zeros."""
    for wrong in (24, "text", None, [1, 2]):
        with pytest.raises(TypeError):
            WindowGrant.decode(wrong)  # type: ignore[arg-type]


def test_refusal() -> None:
    """Kind, offset, path, and a sentence."""
    with pytest.raises(DecodeError) as caught:
        WindowGrant.decode(GRANT.encode()[:-1])
    error = caught.value
    assert (error.kind, error.offset, error.path) == ("truncated", 16, "ackSeq")
    assert error.message == "WindowGrant.ackSeq needs 8 bytes, 7 are left"
    assert str(error) == f"{error.message} (truncated at byte 16)"
    assert isinstance(error, ValueError)


def test_errors_can_be_copied() -> None:
    """As multiprocessing does with them."""
    error = DecodeError("truncated", 16, "ackSeq", "is cut off")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (twin.kind, twin.offset, twin.path, str(twin)) == (error.kind, error.offset, error.path, str(error))


@pytest.mark.parametrize("number", [-1, 2**64, 10**5000], ids=["below", "above", "far above"])
def test_integers_out_of_range(number: int) -> None:
    """Refused with a path, however long the number is."""
    with pytest.raises(EncodeError) as caught:
        WindowGrant(stream_id=1, total_consumed=number, ack_seq=3).encode()
    assert (caught.value.kind, caught.value.path) == ("out_of_range", "totalConsumed")
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("wrong", [True, 1.0, "1", None, b"\x01"])
def test_wrong_types(wrong: Any) -> None:
    """A TypeError that says where; a bool is no integer."""
    with pytest.raises(TypeError, match=r"WindowGrant\.totalConsumed must be int"):
        WindowGrant(stream_id=1, total_consumed=wrong, ack_seq=3).encode()


def test_wrong_types_inside() -> None:
    """The path leads through lists and structures."""
    header: Any = wire.rpc.RpcHeader(name="a", value="not bytes")  # type: ignore[arg-type]
    request = wire.rpc.RpcRequest(service="s", deadline_ns=0, flags=wire.rpc.RpcFlag(0), headers=[header], body=b"")
    with pytest.raises(WrongTypeError, match=r"RpcRequest\.headers\[0\]\.value must be bytes, not str"):
        request.encode()
    request.headers = [None]  # type: ignore[list-item]
    with pytest.raises(WrongTypeError, match=r"RpcRequest\.headers\[0\] must be RpcHeader, not NoneType"):
        request.encode()


def test_flags() -> None:
    """Sets of known flags; an unknown bit is refused by the encoder and the decoder."""
    header = wire.packet.RoutingHeader(ttl=3, hops=0, flags=wire.packet.RoutingFlag(5), source=1, destination=2)
    decoded = wire.packet.RoutingHeader.decode(header.encode())
    assert decoded.flags == wire.packet.RoutingFlag.CONTROL | wire.packet.RoutingFlag.PRIORITY
    assert wire.packet.RoutingFlag.CONTROL in decoded.flags
    assert decoded.flags.name == "CONTROL|PRIORITY"
    header.flags = wire.packet.RoutingFlag(0x40)
    with pytest.raises(EncodeError) as caught:
        header.encode()
    assert (caught.value.kind, caught.value.path) == ("unknown_flag", "flags")


def describe(event: tool.ToolEvent.Case) -> str:
    """A match over all cases, which type checkers can see is complete."""
    match event:
        case tool.ToolEvent.Start(tool.ToolStart(tool_id=name)):
            return f"start {name}"
        case tool.ToolEvent.Progress(progress):
            return f"progress {progress.pct}"
        case tool.ToolEvent.Delta() | tool.ToolEvent.Result():
            return "data"
        case tool.ToolEvent.Error(failure):
            return f"error {failure.code}"
        case _:
            assert_never(event)


def test_unions() -> None:
    """Cases are classes inside the union's, equal by content."""
    event = tool.ToolEvent.Start(tool.ToolStart(tool_id="search"))
    assert event.encode() == b'{"type":"start","tool_id":"search"}'
    assert tool.ToolEvent.decode(event.encode()) == event
    assert event != tool.ToolEvent.Progress(tool.ToolProgress())
    assert describe(event) == "start search"
    assert isinstance(event, tool.ToolEvent.Case)
    assert repr(event).startswith("ToolEvent.Start(ToolStart(tool_id='search'")


def test_offsets_count_bytes() -> None:
    """Also behind characters of several bytes."""
    text = '{"type":"start","tool_id":"größe","call_id":x}'.encode()
    with pytest.raises(DecodeError) as caught:
        tool.ToolEvent.decode(text)
    assert (caught.value.kind, caught.value.offset, caught.value.path) == ("malformed", text.index(b"x}"), "callId")


def test_depth() -> None:
    """Refused long before the interpreter's own limit."""
    for levels, kind in ((64, None), (65, "too_deep"), (100_000, "too_deep")):
        data = b'{"type":"delta","data":' + b"[" * levels + b"]" * levels + b"}"
        if kind is None:
            assert tool.ToolEvent.decode(data).encode() == data
            continue
        with pytest.raises(DecodeError) as caught:
            tool.ToolEvent.decode(data)
        assert (caught.value.kind, caught.value.offset, caught.value.path) == (kind, 23 + 64, "data")
