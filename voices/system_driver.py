"""The process that drives pyttsx3, as it is asked from the speech process."""

from __future__ import annotations

import json
import queue
import threading
from typing import Any

from voices.contract import VoiceError
from voices.spawn import Child

_START_PATIENCE = 15.0
"""Seconds for the interpreter and the driver to start, which the first answer waits for."""


class HungError(VoiceError):
    """The worker did not answer in time."""


class Worker:
    """The process that drives pyttsx3: one JSON object in, one out, at a time."""

    def __init__(self) -> None:
        self._child = Child("voices.system_worker")
        self._answers: queue.Queue[bytes] = queue.Queue()
        self._begun = False
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._child.answers:
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, patience: float, **request: Any) -> dict[str, Any]:
        """Return the worker's answer, due in ``patience`` seconds once it has started.

        Raises VoiceError when there is none or it tells of an error; the worker has then been
        ended, as nobody knows what state it is in.
        """
        try:
            self._child.send(json.dumps(request).encode() + b"\n")
            line = self._answers.get(timeout=patience + (0 if self._begun else _START_PATIENCE))
            self._begun = True
            answer = json.loads(line)
            if not isinstance(answer, dict):
                raise ValueError("An answer is an object.")
        except queue.Empty as error:
            self.close()
            raise HungError("The system's voice does not answer.") from error
        except (OSError, ValueError) as error:
            self.close()
            raise VoiceError("The system's voice has broken off.") from error
        if reason := answer.get("error"):
            self.close()
            if answer.get("no_driver"):
                raise VoiceError(f"The system has no voices that pyttsx3 can use: {reason}.")
            raise VoiceError(f"The system's voice can't speak: {reason}.")
        return answer

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._child.alive

    def close(self) -> None:
        """End it, also one that hangs."""
        self._child.end()
