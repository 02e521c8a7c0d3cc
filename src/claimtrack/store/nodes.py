"""From the text of a record file to plain values that know where they stand.

PyYAML's event stream and a builder of our own, for what PyYAML's constructors would let pass:
`no` turned into False, `12:30` into 750, the first of two equal keys lost without a word,
aliases that grow into gigabytes. Here every plain scalar is text or null, and what a record
file must not hold stops the reading where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from claimtrack.model.settings import DEFAULT_LIMITS, Limits
from claimtrack.store.builder import Builder
from claimtrack.store.syntax import explain_syntax
from claimtrack.store.tree import Map, Nodes, Seq, Stop

if TYPE_CHECKING:
    from claimtrack.store.decode import Text

_NEW = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*(?:[ ]*-(?:[ \t\r\n]|$)|[a-zA-Z][\w-]*:|$)")
"""What follows a whole item: the next one, a key at the left margin, or nothing."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_nodes(text: Text, limits: Limits = DEFAULT_LIMITS) -> Nodes:
    """Read the nodes of a file, up to the limits. Never raises: what stops the reading is in the result."""
    return _read(text.text, limits)


def _read(text: str, limits: Limits) -> Nodes:
    builder = Builder(text, limits)
    loader = _LOADER(text)
    try:
        builder.take_all(loader.get_event)
    except yaml.YAMLError as error:
        trouble = explain_syntax(error, text)
        if trouble.resumes:
            # What stands before is whole; the parser, looking ahead, may not have told all of it.
            nodes = _read(text[: trouble.offset], limits)
            nodes.doubtful = _cut_short(nodes.root, text, trouble.resumes)
        else:
            builder.salvage()
            nodes = builder.nodes()
            nodes.doubtful = None if builder.in_item else _cut_short(nodes.root, text)
        nodes.stop = Stop(trouble.offset, trouble.offset, trouble.message, trouble.hint)
    except Stop as stop:
        builder.salvage()
        nodes = builder.nodes()
        nodes.stop = stop
    else:
        nodes = builder.nodes()
    finally:
        loader.dispose()
    return nodes


def _cut_short(root: Map | Seq | str | None, text: str, after: int | None = None) -> Map | Seq | str | None:
    """Return the last item of a file that could not be read on, unless something new follows it.

    In: the root, the text, and where the text goes on, if not right behind the item.
    """
    sections = [section for section in root.values() if isinstance(section, Seq)] if isinstance(root, Map) else []
    items = [(span[1], item) for section in sections for item, span in zip(section, section.spans, strict=True)]
    if not items:
        return None
    end, last = max(items, key=lambda pair: pair[0])
    return None if _NEW.match(text, end if after is None else after) else last
