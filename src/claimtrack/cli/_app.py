"""Finds the commands in this folder and loads the one that was called."""

from __future__ import annotations

import pkgutil
import sys
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

import claimtrack
from claimtrack import cli
from claimtrack.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

ORDER = ("list", "show", "verify", "explain")
"""The first commands in `--help`; the others follow by name."""


class Failure(Exception):  # noqa: N818  (not every reason to stop is an error)
    """The command cannot go on: an exit code, and words for the user."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Commands(TyperGroup):
    """A group whose commands are the modules of this folder, each imported when it is needed."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  (typer keeps the type to itself)
        """Return the names of all commands."""
        names = {name.rstrip("_") for name in _modules()}
        return [*(name for name in ORDER if name in names), *sorted(names.difference(ORDER))]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002  (likewise)
        """Import a command; None where there is none of that name."""
        name = next((name for name in _modules() if name.rstrip("_") == cmd_name), None)
        if name is None:
            return None
        module = import_module(f"{cli.__name__}.{name}")
        single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        single.command(cmd_name, epilog=f"Example: {module.EXAMPLE}")(_guarded(module.command))
        return typer.main.get_command(single)


def _modules() -> list[str]:
    return [module.name for module in pkgutil.iter_modules(cli.__path__) if not module.name.startswith("_")]


def _guarded(function: Callable[..., int]) -> Callable[..., None]:
    """Turn whatever a command ends with into an exit code."""

    @wraps(function)
    def guarded(*arguments: object, **options: object) -> None:
        try:
            code = function(*arguments, **options)
            sys.stdout.flush()
        except Failure as failure:
            typer.echo(f"claimtrack: {one_line(str(failure))}", err=True)
            code = failure.code
        except BrokenPipeError:
            # Whoever read this has seen enough.
            code = cli.PIPE_CLOSED
            cli.give_up_stdout()
        except OSError as error:
            code = cli.no_way(error)
        except KeyboardInterrupt:
            code = cli.INTERRUPTED
        except typer.BadParameter:
            raise
        except Exception as error:  # noqa: BLE001  (whatever is left is a defect, and says so)
            code = cli.own_up(error)
        raise typer.Exit(code)

    return guarded


def _version(value: bool) -> None:  # noqa: FBT001  (typer calls it so)
    if value:
        typer.echo(f"claimtrack {claimtrack.__version__}")
        raise typer.Exit


def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Keep a story's claims, sources and quotations as YAML, and check that they hold together."""


def application(arguments: list[str]) -> int:
    """Run one command. Out: its exit code."""
    app = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)
    app.callback(epilog="Example: claimtrack verify")(_root)
    try:
        typer.main.get_command(app).main(arguments, prog_name="claimtrack")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else cli.CLEAN
    return cli.CLEAN
