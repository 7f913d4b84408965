"""Inline markup that can mean but one thing is read with one expression.

Emphasis around whole words, links with a bare address and code between single backticks are
most of what articles have; a paragraph with anything else is left to the parser.
"""

from __future__ import annotations

from content.markdown_marks import SMALL
from content.patterns import lazily
from content.prose import Prose
from content.tags import SPAN_TAGS

SPECIAL = (
    r"\\|`|\*|\[|_(?:(?<![^\W_]_)|(?![^\W_]))|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|~(?=~)|!(?=\[)"
    r"|\^(?=\[)|\n(?:(?<=[ ]\n)|(?=[ \t]))|=(?==[^\s=])|=(?<=[^\s=]=)(?==)|\+(?=\+[^\s+])"
    rf"|\+(?<=[^\s+]\+)(?=\+)|~(?={SMALL}~)|\^(?={SMALL}\^)"
    r"|\{(?<=[)\]`*]\{)"
)
"""Where inline markup may begin, but for formulas; a line end is text unless spaces are near.

Each choice begins with its character, so that a search goes from one to the next in C.
"""
_WORD = r"[^\W_]"
_INNER = r"[^\\`~*_\[\]<>&^$!\n]*"
_MARKUP = lazily(
    rf"\*(?<![^\s(“‘]\*)(?P<second>\*?)(?P<words>{_WORD}{_INNER})(?<={_WORD})\*(?P=second)"
    r"(?![^\s.,;:!?)”’])"
    r"|`(?P<code>[^`\s](?:[^`\n]*[^`\s])?)`(?!`)"
    rf"|\[(?P<label>{_WORD}{_INNER})\]\((?P<address>[^\s()<>\\&]+)\)"
    rf"|{SPECIAL}"
)
_PLAIN = lazily(SPECIAL)
_LONGEST = 20_000
"""Characters; the parser has limits for longer ones."""


def write_simple(prose: Prose, content: str) -> bool:
    """Write the inline Markdown ``content``; False, and nothing, where it needs the parser."""
    if content.count("$") > 1:
        return False
    if not _PLAIN.search(content):
        _copy(prose, content, 0)
        return True
    if len(content) > _LONGEST:
        return False
    found = list(_MARKUP.finditer(content))
    if not all(markup.lastgroup for markup in found):
        return False
    at = 0
    for markup in found:
        _copy(prose, content[at : markup.start()], at)
        at = markup.end()
        if markup["words"]:
            group, kind, target = "words", SPAN_TAGS["strong" if markup["second"] else "em"], ""
        elif markup["code"]:
            group, kind, target = "code", SPAN_TAGS["code"], ""
        else:
            group, kind, target = "label", SPAN_TAGS["a"], markup["address"]
        prose.open(kind, target)
        prose.copy(markup[group], markup.start(group))
        prose.close(kind)
    _copy(prose, content[at:], at)
    return True


def _copy(prose: Prose, text: str, at: int) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            prose.add(" ")
        if line:
            prose.copy(line, at)
        at += len(line) + 1
