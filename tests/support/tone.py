"""A speech process whose voice is a steady tone: any gap in it is the machine's.

python -m tests.support.tone        # requests on standard input, events on standard output
"""

from __future__ import annotations

import sys
import threading

from tests.support.studio import ToneVoice
from voices.messages import Event, decode, encode
from voices.server import Server


def main() -> None:
    """Take requests until there are no more."""
    sys.setswitchinterval(0.0005)

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
