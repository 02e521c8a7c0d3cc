"""The command line: one file a command. Errors become exit codes here and nowhere else."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEAN, FINDINGS, USAGE, NOTHING, DEFECT, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 4, 130, 141
"""Exit codes; the last two are what a shell reports for SIGINT and SIGPIPE."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit."""
    # A command lives for a second and makes no cycles worth looking for: a third of loading goes into it.
    gc.disable()
    leave(run(sys.argv[1:] if argv is None else argv))


def leave(code: int) -> NoReturn:
    """End the process at once, with whatever was printed out of it.

    To take apart all that is in memory, piece by piece, takes a tenth of the time that reading it took.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = PIPE_CLOSED
    except (OSError, ValueError):
        code = code or USAGE
    os._exit(code)


def run(argv: Sequence[str]) -> int:
    """Run the command line. In: the arguments. Out: the exit code."""
    try:
        _prepare_streams()
        from claimtrack.cli._app import application

        return application(list(argv))
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        return no_way(error)
    except Exception as error:  # noqa: BLE001  (whatever is left is a defect, and says so)
        return own_up(error)


def _prepare_streams() -> None:
    """Make sure that whatever is printed can be: in UTF-8, or nowhere where a stream is closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  (open to the end)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def give_up_stdout() -> None:
    """Let what is left unwritten go nowhere, so that Python does not complain of it at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def no_way(error: OSError) -> int:
    """Tell what the system refused. Out: the exit code."""
    from claimtrack.text.printable import one_line

    give_up_stdout()
    what = f" {one_line(str(error.filename))[:80]}" if error.filename else ""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"claimtrack: the system refused{what}: {(error.strerror or str(error)).lower()}.\n")
    return USAGE


def own_up(error: Exception) -> int:
    """Tell of a defect of our own: what, where in the program, and where to report it. Out: the exit code."""
    if os.environ.get("CLAIMTRACK_TRACEBACK"):
        raise error
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    where = f"{os.path.basename(step.tb_frame.f_code.co_filename)}:{step.tb_lineno}" if step else "unknown place"  # noqa: PTH119  (pathlib is not loaded yet)
    from claimtrack.text.printable import one_line

    what = one_line(f"{type(error).__name__}: {error}")
    sys.stderr.write(
        f"claimtrack has a defect ({what}, at {where}); nothing was changed.\n"
        "Please tell https://github.com/claimtrack/claimtrack/issues, with the command and, if you may, the record.\n"
        "Set CLAIMTRACK_TRACEBACK=1 to see the whole of it.\n"
    )
    return DEFECT
