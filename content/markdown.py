"""Markdown becomes an Article."""

from __future__ import annotations

from content import frontmatter
from content.assemble import assemble
from content.blocks import Walker
from content.language import detect_in
from content.markdown_stretches import definitions, split
from content.model import Article, Block
from content.simple_markdown import simple_blocks
from content.tokens import parser


def load(text: str, name: str, language: str = "") -> Article:
    """Read the Markdown ``text``, already cleaned, which came from ``name``.

    ``language`` is a BCP 47 tag that the person gave; else the front matter's, else what the
    text looks like.
    """
    from content.furniture import separate
    from content.trust import understand

    matter, start = frontmatter.read(text)
    trust, blocks = understand(read_blocks(text, start))
    blocks, skipped = separate(blocks, structured=True)
    return assemble(
        blocks,
        source=name,
        text=text,
        language=language or matter.language or detect_in(blocks),
        title=matter.title,
        trust=frontmatter.merge(matter.trust, trust),
        skipped=skipped,
    )


def read_blocks(text: str, start: int = 0) -> list[Block]:
    """Return the blocks of the Markdown that begins at ``start``, notes last."""
    md = parser()
    stretches = split(text, start, md)
    env = definitions(text, stretches, md)
    walker = Walker(text, md, env)
    for begin, end in stretches:
        for block in simple_blocks(text, begin, end):
            walker.simple(block)
            begin = block.end
        if begin < end:
            walker.walk(md.parse(text[begin:end], env), begin)
    return walker.blocks()
