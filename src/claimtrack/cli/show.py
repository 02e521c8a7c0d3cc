"""`claimtrack show`."""

from typing import Annotated

import typer

from claimtrack.cli._options import HERE, AsOf, Directory, NoCache, today

EXAMPLE = "claimtrack show harbour-sale/six-votes"


def command(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, source, party or article.")],
    directory: Directory = HERE,
    output: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="table, plain or json.", show_default=False)
    ] = None,
    as_of: AsOf = None,
    no_cache: NoCache = False,
) -> int:
    """Show everything about one claim, source, party or article."""
    from claimtrack.cli._ground import Ground
    from claimtrack.cli._output import chosen_format, screen, told_of_broken, words
    from claimtrack.store.answers import Answer

    chosen, on, day = chosen_format("card", output), screen(), as_of or today()
    ground = Ground(directory, no_cache=no_cache)

    def make() -> Answer:
        from claimtrack.cli._project import record_named
        from claimtrack.views.show import card

        view = ground.view(id_, day)
        made = card(view.ledger, record_named(view.ledger, id_), view.findings())
        return Answer(words("card", made, chosen, on), before=told_of_broken(view.broken))

    return ground.answer(("show", id_, chosen, on, day), make)
