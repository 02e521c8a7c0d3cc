"""`claimtrack trace`."""

from typing import Annotated

import typer

from claimtrack.cli import USAGE
from claimtrack.cli._app import Failure
from claimtrack.cli._options import HERE, AsOf, Directory, NoCache, today

EXAMPLE = "claimtrack trace harbour-sale/six-votes"


def command(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, source or article.")],
    directory: Directory = HERE,
    output: Annotated[str, typer.Option("--format", metavar="FORMAT", help="tree, json, mermaid or dot.")] = "tree",
    as_of: AsOf = None,
    no_cache: NoCache = False,
) -> int:
    """Show the way of a claim from its origins to the article, and what changed on it."""
    from claimtrack.cli._ground import Ground
    from claimtrack.cli._output import chosen_format, screen, told_of_broken, words
    from claimtrack.store.answers import Answer

    chosen, on, day = chosen_format("trace", output), screen(), as_of or today()
    ground = Ground(directory, no_cache=no_cache)

    def make() -> Answer:
        from claimtrack.cli._project import record_named
        from claimtrack.model.records import Party
        from claimtrack.views.trace import trace

        view = ground.view(id_, day)
        record = record_named(view.ledger, id_)
        if isinstance(record, Party):
            raise Failure(USAGE, f"{record.id} is a party: give the id of a claim, a source or an article.")
        traced = trace(view.ledger, record, view.hedges)
        return Answer(words("trace", traced, chosen, on), before=told_of_broken(view.broken))

    return ground.answer(("trace", id_, chosen, on, day), make)
