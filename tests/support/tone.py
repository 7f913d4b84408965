"""A speech process whose voice is a steady tone: any gap in it is the machine's.

Takes requests on standard input and writes events on standard output.

    python -m tests.support.tone
    python -m tests.support.tone shallow    # as on a system without PulseAudio's library
"""

from __future__ import annotations

import sys
import threading

from tests.support.studio import ToneVoice
from voices import libpulse
from voices.messages import Event, decode, encode
from voices.server import Server


def _no_library() -> None:
    raise libpulse.PulseError("there is none in this test")


def main() -> None:
    """Take requests until there are no more."""
    sys.setswitchinterval(0.0005)
    if "shallow" in sys.argv:
        libpulse.library = _no_library  # type: ignore[assignment]

    def emit(event: Event) -> None:
        sys.stdout.buffer.write(encode(event))
        sys.stdout.buffer.flush()

    server = Server(emit, lambda _: ToneVoice())
    for work in (server.maker.run, server.player.run):
        threading.Thread(target=work, daemon=True).start()
    for line in sys.stdin.buffer:
        server.take(decode(line))


if __name__ == "__main__":
    main()
