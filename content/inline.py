"""What stands inside a Markdown paragraph becomes text, spans and runs."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from html import unescape
from typing import Any

from markdown_it.token import Token

from content.model import Block, BlockKind
from content.patterns import lazily
from content.prose import Prose
from content.tags import CODE_TAGS, SILENT_TAGS, SPAN_TAGS, OpenTags, attributes, decoded, hides
from content.text import clean_line

_TAG = lazily(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


_VOID = frozenset({"hr", "input", "wbr", "meta", "link", "col", "area", "embed", "source"})


class InlineWriter:
    """Writes inline tokens into a block's prose."""

    def __init__(self, prose: Prose, labels: set[str], env: MutableMapping[str, Any]) -> None:
        """Write into ``prose``; ``labels`` are taken, and notes written in place add theirs."""
        self.prose = prose
        self.inline_notes: list[tuple[str, list[Token], str, int]] = []
        """Notes written in place: label, tokens, content, and where it begins."""
        self.labels = labels
        self._endless: set[str] = set()
        self._tags = OpenTags(prose)
        self.env = env

    def write(self, tokens: Sequence[Token], content: str, base: int = 0) -> None:
        """Write the tokens of ``content``, which begins at ``base`` in the block's content."""
        prose = self.prose
        hidden = ""
        for index, token in enumerate(tokens):
            at = base + (token.map[0] if token.map else 0)
            if hidden:
                hidden = "" if _closes(token, hidden) else hidden
            elif token.type == "text":
                bracket = index > 0 and tokens[index - 1].info == "auto" and token.nesting == 0
                self._text(token.content, at + (bracket and tokens[index - 1].nesting > 0))
            elif token.type == "text_special":
                self._special(token, at)
            elif token.type == "softbreak":
                prose.add(" ")
            elif token.type == "hardbreak":
                prose.add(prose.line_break)
            elif token.type == "code_inline":
                self._code(token, content, base)
            elif token.type == "image":
                self._image(token, at)
            elif token.type == "formula":
                self._formula(token, at)
            elif token.type == "footnote_ref":
                self._note(token, at)
            elif token.type == "html_inline":
                hidden = self._html(token.content, at, tokens, index)
            elif token.type == "mark":
                pass  # it changes the look, not what is said
            elif token.nesting > 0:
                prose.open(SPAN_TAGS[token.tag], clean_line(str(token.attrs.get("href", ""))))
            elif token.nesting < 0:
                prose.close(SPAN_TAGS[token.tag])

    def _text(self, text: str, at: int) -> None:
        """Write literal text; only text past the parser's limits has line ends in it."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.prose.add(" ")
            self.prose.copy(line, at)
            at += len(line) + 1

    def _special(self, token: Token, at: int) -> None:
        if token.info == "escape":
            self.prose.copy(token.content, at + len(token.markup) - len(token.content))
        else:
            self.prose.add(decoded(unescape(token.markup)))  # as browsers do: &#146; is ’

    def _code(self, token: Token, content: str, base: int) -> None:
        start = (token.map[0] if token.map else 0) + len(token.markup)
        size = len(token.content)
        if content[start : start + size].replace("\n", " ") != token.content:
            start += 1  # a space on either side belongs to the markup
        self.prose.open("code")
        self._text(content[start : start + size], base + start)
        self.prose.close("code")

    def _formula(self, token: Token, at: int) -> None:
        from content.formulas import tex_in_words  # few articles need it

        self.prose.open("formula", tex_in_words(token.content) or "formula")
        self._text(token.content, at + len(token.markup))
        self.prose.close("formula")

    def _image(self, token: Token, at: int) -> None:
        self.prose.open("image", clean_line(str(token.attrs.get("src", ""))))
        before = self.prose.length
        if token.children:
            self.write(token.children, token.content, at + 2)
        if self.prose.length == before:
            self.prose.add(clean_line(str(token.attrs.get("title", ""))))
        self.prose.close("image")

    def _note(self, token: Token, at: int) -> None:
        label = token.meta.get("label")
        if label is None:
            note = self.env["footnotes"]["list"][token.meta["id"]]
            number = token.meta["id"] + 1
            while str(number) in self.labels:
                number += 1
            label = str(number)
            self.labels.add(label)
            self.inline_notes.append((label, note["tokens"], note["content"], at + 2))
            self.prose.open("note", label)
            self.prose.add(f"[{label}]")
        else:
            self.prose.open("note", label)
            self.prose.copy("[", at)
            self.prose.copy(f"{label}]", at + 2)
        self.prose.close("note")

    def _html(self, tag: str, at: int, tokens: Sequence[Token], index: int) -> str:
        """Write what a tag stands for; return the name of an element to be left out."""
        found = _TAG.match(tag)
        if not found:
            return ""
        name = found[2].lower()
        if found[1]:
            self._tags.end(name)
            return ""
        values = attributes(tag)
        if name == "br":
            self.prose.add(self.prose.line_break)
        elif name == "img":
            if not hides(tag, values):
                self.prose.open("image", values.get("src", ""))
                self.prose.add(values.get("alt", ""))
                self.prose.close("image")
        elif name in SILENT_TAGS or name in CODE_TAGS or hides(tag, values):
            # Each is looked for once: an unclosed one hides nothing, nor do those after it.
            if name not in self._endless:
                if any(_closes(tokens[after], name) for after in range(index + 1, len(tokens))):
                    return name
                self._endless.add(name)
        elif name not in _VOID:
            self._tags.start(name, values)
        return ""


def write_block(
    prose: Prose,
    tokens: Sequence[Token],
    content: str,
    kind: BlockKind,
    labels: set[str],
    env: MutableMapping[str, Any],
    base: int = 0,
    **rest: Any,
) -> tuple[Block, list[Block]]:
    """Return the block of an inline token, and the notes written in its midst.

    ``base`` is where ``content`` begins in what the prose has the places of.
    """
    writer = InlineWriter(prose, labels, env)
    writer.write(tokens, content, base)
    return prose.block(kind, **rest), list(note_blocks(writer))


def note_blocks(writer: InlineWriter) -> Iterator[Block]:
    """Yield the notes that were written in place, and those within them."""
    while writer.inline_notes:
        label, tokens, content, at = writer.inline_notes.pop(0)
        prose = Prose(writer.prose.places)
        inner = InlineWriter(prose, writer.labels, writer.env)
        inner.write(tokens, content, at)
        yield prose.block("note", label=label)
        yield from note_blocks(inner)


def _closes(token: Token, name: str) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith(f"</{name}")
