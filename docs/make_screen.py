"""Makes docs/screen.svg from the real program, reading its guide.

Run it from the project: ``PYTHONPATH=. python docs/make_screen.py``.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from app import GUIDE
from content.library import Library
from content.opening import open_article
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.session import Session
from voices.messages import Configure

OUT = Path(__file__).parent / "screen.svg"


async def _draw(folder: Path) -> str:
    studio = Studio()
    article = open_article(str(GUIDE))
    app = IntoneApp(Session(article, studio, Library(folder), Configure("espeak", 180)))
    studio.listener = app.session.handle
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "h", "escape", "tab", "space")
        studio.play(3.5)
        app.follow()
        await pilot.pause()
        return app.export_screenshot(title="intone")


def main() -> None:
    """Draw, and leave out the fonts that a viewer would fetch from elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(_draw(Path(folder)))
    picture = re.sub(r"@font-face \{[^}]*\}", "", picture)
    OUT.write_text("\n".join(line.rstrip() for line in picture.splitlines()) + "\n")


if __name__ == "__main__":
    main()
