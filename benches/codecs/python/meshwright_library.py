"""This project's codecs, pure or accelerated as the process is."""

from __future__ import annotations

from typing import Any

import codec_bench
from library import Codec, must_be_equal


class Meshwright:
    """Either of the two."""

    version = "0.1.0"

    def __init__(self, wanted: str) -> None:
        """`wanted` is `accelerated` or `pure`."""
        if codec_bench.accelerated() != (wanted == "accelerated"):
            raise RuntimeError(f"the package is not {wanted}: did its build.sh succeed?")
        self.name = "meshwright" if wanted == "pure" else "meshwright (accelerated)"

    def codec(self, content: Any) -> Codec:
        """Of the value itself."""
        decode = type(content).decode
        must_be_equal(decode(content.encode()), content, self.name)
        return Codec(content.encode, decode)
