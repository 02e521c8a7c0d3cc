"""`claimtrack cache`."""

from typing import Annotated, Literal

import typer

from claimtrack.cli import CLEAN
from claimtrack.cli._options import HERE, Directory

EXAMPLE = "claimtrack cache clear"


def command(
    what: Annotated[
        Literal["info", "clear"], typer.Argument(help="Tell of the cache, or throw it away.", show_default=True)
    ] = "info",
    directory: Directory = HERE,
    output: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="table, plain or json.", show_default=False)
    ] = None,
) -> int:
    """Tell where the cache of this project is and how large, or throw it away.

    It holds what was read and answered before, and never changes what a command says. The
    variable CLAIMTRACK_CACHE names another folder for the caches of all projects;
    CLAIMTRACK_NO_CACHE=1 does without, as --no-cache does.
    """
    from claimtrack.cli._ground import root_around
    from claimtrack.cli._output import chosen_format, screen, write
    from claimtrack.store.cache import project_cache
    from claimtrack.views.cache import cache_card

    chosen_format("card", output)
    root = root_around(directory)
    cache = project_cache(root)
    before = cache.size() if cache else (0, 0)
    dropped = cache.clear() if cache and what == "clear" else None
    folder = str(cache.folder) if cache else None
    write("card", cache_card(str(root), folder, before, dropped), output, screen())
    return CLEAN
