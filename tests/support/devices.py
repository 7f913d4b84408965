"""Sound devices of a sound server, which come and go as a test says."""

from __future__ import annotations

import os
import subprocess

from tests.support.ear import RATE


class Devices:
    """Of the server that ``environment`` names."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = {key: environment[key] for key in ("XDG_RUNTIME_DIR", "PULSE_SERVER")}

    def plug_in(self, name: str, rate: int = RATE, channels: int = 1) -> str:
        """Add a device; return what ``unplug`` wants."""
        return self._pactl(
            "load-module", "module-null-sink", f"sink_name={name}", f"rate={rate}",
            f"channels={channels}", f"sink_properties=device.description={name}",
        )  # fmt: skip

    def unplug(self, module: str) -> None:
        self._pactl("unload-module", module)

    def prefer(self, name: str) -> None:
        self._pactl("set-default-sink", name)

    def _pactl(self, *arguments: str) -> str:
        return subprocess.run(
            ["pactl", *arguments], env=os.environ | self.environment, check=True,
            capture_output=True, text=True,
        ).stdout.strip()  # fmt: skip
