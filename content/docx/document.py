"""A DOCX file becomes an Article: converted to HTML by mammoth, and walked as that is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from content.assemble import assemble
from content.docx.parts import PREFIX, Parts, prepare
from content.errors import IntoneError
from content.language import detect_in
from content.model import Article, Block
from content.patterns import lazily
from content.properties import said_title, with_properties

if TYPE_CHECKING:
    from content.formats import Document
    from content.html.state import Side

_LANGUAGE = lazily(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_CONTENTS = "intone-contents"
_STYLES = "\n".join(
    [
        f"p.{PREFIX}title => h1:fresh",
        f"p.{PREFIX}quote => blockquote:fresh > p:fresh",
        f"p.{PREFIX}caption => figcaption:fresh",
        f"p.{PREFIX}code => pre:separator('\\n')",
        f"p.{PREFIX}contents => p.{_CONTENTS}:fresh",
    ]
)
_LONGEST_HEADING = 80


def load(document: Document) -> Article:
    """Return the Article that a DOCX file is; raise IntoneError when it can't be read."""
    from content.html.tree import html_tree
    from content.html.walker import walk
    from content.trust import understand

    parts = prepare(document.data, document.name)
    root = html_tree(_html(parts, document.name))
    if root is None:
        raise IntoneError(f"There is nothing to read in {document.name}; choose another file.")
    body = next(root.iter("body"), root)
    contents: dict[Any, Side] = {
        one: "contents" for one in body.iterchildren("p") if one.get("class") == _CONTENTS
    }
    walked = walk(body, language=document.language, sides=contents)
    trust, blocks = understand(_with_headings(walked.blocks))
    return assemble(
        blocks,
        source=document.source,
        text=None,
        language=document.language or _language(parts, blocks),
        title=said_title(parts.properties.get("title", "")),
        trust=with_properties(
            trust, *(parts.properties.get(key, "") for key in ("creator", "created", "modified"))
        ),
        skipped=walked.skipped,
    )


def _html(parts: Parts, name: str) -> str:
    import mammoth

    headings = [
        f"p.{PREFIX}heading{level} => h{min(level + parts.titled, 6)}:fresh"
        for level in range(1, 10)
    ]
    try:
        made: Any = mammoth.convert_to_html(
            io.BytesIO(parts.file),
            style_map="\n".join([_STYLES, *headings]),
            include_embedded_style_map=False,
            convert_image=_picture,
        )
    except Exception as error:  # whatever it stumbles over in a bad file
        raise IntoneError(
            f"{name} could not be read as a DOCX document; save it anew with a word processor."
        ) from error
    return str(made.value)


def _picture(image: Any) -> list[Any]:
    """Return a picture as what it says, without its bytes."""
    from mammoth import html

    return [html.element("img", {"alt": image.alt_text or "", "src": "#"})]


def _with_headings(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with bold lines made headings, where no style says that any is one."""
    if any(block.kind == "heading" and block.level > 1 for block in blocks):
        return list(blocks)
    return [
        replace(block, kind="heading", level=2, spans=())
        if block.kind == "paragraph" and _is_bold_line(block)
        else block
        for block in blocks
    ]


def _is_bold_line(block: Block) -> bool:
    text = block.text
    return (
        0 < len(text) <= _LONGEST_HEADING
        and not text.rstrip().endswith((".", ",", ";", ":"))
        and any(
            span.kind == "strong" and span.start == 0 and span.end == len(text)
            for span in block.spans
        )
    )


def _language(parts: Parts, blocks: Sequence[Block]) -> str:
    """Return what the document declares, else what its text is in, as exactly as it was checked."""
    declared = parts.properties.get("language", "")
    if _LANGUAGE.fullmatch(declared):
        return declared
    found = detect_in(blocks)
    same = parts.proofed.partition("-")[0].casefold() == found
    return parts.proofed if same and _LANGUAGE.fullmatch(parts.proofed) else found
