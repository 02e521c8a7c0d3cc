"""Finds the commands in this folder and loads the one that was called."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import click
import typer
from typer.core import TyperGroup

import claimtrack
from claimtrack import cli

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

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Return the names of all commands."""
        names = {module.name.rstrip("_") for module in pkgutil.iter_modules(cli.__path__) if module.name[0] != "_"}
        return [*(name for name in ORDER if name in names), *sorted(names.difference(ORDER))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        names = {module.name for module in pkgutil.iter_modules(cli.__path__)}
        module = import_module(f"{cli.__name__}.{cmd_name if cmd_name in names else f'{cmd_name}_'}")
        function: Callable[..., Any] = module.command
        single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        single.command(cmd_name, epilog=f"Example: {module.EXAMPLE}", no_args_is_help=False)(function)
        return typer.main.get_command(single)


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
    """Run one command. Out: its exit code. Raises whatever is neither usage nor a known failure."""
    app = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True)
    app.callback(epilog="Example: claimtrack verify")(_root)
    command = typer.main.get_command(app)
    try:
        result = command.main(arguments, prog_name="claimtrack", standalone_mode=False)
    except Failure as failure:
        typer.echo(f"claimtrack: {failure}", err=True)
        return failure.code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return cli.USAGE
    except click.ClickException as error:
        error.show()
        return cli.USAGE
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else cli.CLEAN
