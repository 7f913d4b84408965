"""Writes the guide's list of every key anew from the registry of commands.

python docs/make_key_list.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tui.commands import COMMANDS, help_line  # noqa: E402 - the folder has to be known first

TITLE = "## Every key"
GUIDE = ROOT / "content" / "guide" / "guide.md"


def main() -> None:
    """Replace the lines between the title and the paragraph that ends the guide."""
    before, _, after = GUIDE.read_text(encoding="utf-8").partition(TITLE)
    end = after[after.rindex("\n\n") :]
    lines = "\n".join(f"- {help_line(command)}" for command in COMMANDS)
    GUIDE.write_text(f"{before}{TITLE}\n\n{lines}{end}", encoding="utf-8")


if __name__ == "__main__":
    main()
