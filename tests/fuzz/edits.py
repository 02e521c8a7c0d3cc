"""What people do to a project between two checks, one function for each kind of edit."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING

from fuzz.desks import CLAIMS, FILES, MORE, SECTIONS, SOURCES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuzz.desks import Desk, Fields

    Edit = Callable[[Desk], None]

SETTINGS = (
    None,
    "format = 1\n",
    "format = 1\nmin-origins = 2\nmin-secondary = 2\nmax-check-age = '90d'\nhedges = ['largest']\n",
    "format = 1\nrequire-snapshots = true\n[per-path-ignores]\n'claims/d' = ['CT1', 'CT2', 'CT005']\n",
    "format = 1\nignore = ['CT4', 'CT003']\n[severity]\nCT5 = 'error'\n",
)
_POOLS = {"sources": SOURCES, "claims": CLAIMS}


def change_a_record(desk: Desk) -> None:
    if found := desk.any_record():
        section, file, place = found
        file[section][place] = desk.draws(desk.story_of(file)).record(section, file[section][place]["id"])


def change_a_field(desk: Desk) -> None:
    """Draw a field of a record anew, or take it out."""
    if found := desk.any_record():
        section, file, place = found
        record = file[section][place]
        other = desk.draws(desk.story_of(file)).record(section, record["id"])
        key = desk.random.choice(sorted({*record, *other} - {"id", "text", "kind"}))
        file[section][place] = {**record, key: other[key]} if key in other else _without(record, key)


def change_a_citation(desk: Desk) -> None:
    """Say something else of a source, and go on citing it."""
    if (found := desk.any_record("claims")) and (cited := found[1]["claims"][found[2]]["sources"]):
        place = desk.random.randrange(len(cited))
        key, value = desk.random.choice(
            (("quote", "carried, six votes to three"), ("upstream", []), ("cue", "so it says"))
        )
        cited[place] = _without(cited[place], key) if key in cited[place] else cited[place] | {key: value}


def change_a_relation(desk: Desk) -> None:
    """Have a claim stand otherwise to another one."""
    if (found := desk.any_record("claims")) and (relations := found[1]["claims"][found[2]].get("relations")):
        desk.random.choice(relations)["as"] = desk.random.choice(("depends-on", "contradicts", "repeats", "qualifies"))


def take_a_source_back(desk: Desk) -> None:
    """Record that a source was retracted, or that it was not: that concerns whoever rests on it, at any depth."""
    if found := desk.any_record("sources"):
        _, file, place = found
        record = file["sources"][place]
        file["sources"][place] = _without(record, "status") if "status" in record else record | {"status": "retracted"}


def refute_a_claim(desk: Desk) -> None:
    """Do so, or take the verdict out again: that too concerns whoever rests on it."""
    if found := desk.any_record("claims"):
        _, file, place = found
        record = file["claims"][place]
        verdict = {"label": "refuted", "why": "So."}
        file["claims"][place] = _without(record, "verdict") if "verdict" in record else record | {"verdict": verdict}


def take_out_what_is_waived_or_signed(desk: Desk) -> None:
    if found := desk.any_record():
        section, file, place = found
        file[section][place] = _without(file[section][place], desk.random.choice(("checks", "waivers")))


def take_the_digests_out(desk: Desk) -> None:
    """What was signed is signed again as it now stands."""
    for record in desk.records("claims"):
        for check in record.get("checks", ()):
            check.pop("digest", None)


def add_a_record(desk: Desk) -> None:
    section = desk.random.choice(("sources", "claims"))
    file = desk.any_file()
    known = {record["id"] for record in desk.records(section)}
    free = [id_ for id_ in (*_POOLS[section], "new") if id_ not in known]
    if free:
        record = desk.draws(desk.story_of(file)).record(section, desk.random.choice(free))
        file.setdefault(section, []).insert(0, record)


def remove_a_record(desk: Desk) -> None:
    if found := desk.any_record():
        section, file, place = found
        del file[section][place]


def move_a_record(desk: Desk) -> None:
    if found := desk.any_record():
        section, file, place = found
        record = file[section].pop(place)
        desk.any_file().setdefault(section, []).append(record)


def turn_the_records_of_a_file(desk: Desk) -> None:
    file = desk.any_file()
    for section in SECTIONS:
        file.get(section, []).reverse()


def rename_a_record(desk: Desk) -> None:
    """Give a record another id, which seldom another one has."""
    if found := desk.any_record():
        section, file, place = found
        record = file[section][place]
        taken = {other["id"] for other in desk.records(section)} if desk.random.randrange(8) else set()
        free = [id_ for id_ in (*_POOLS[section], f"{record['id']}s", f"{record['id']}-3") if id_ not in taken]
        file[section][place] = {**record, "id": desk.random.choice(free)}


def rename_a_source_everywhere(desk: Desk) -> None:
    if found := desk.any_record("sources"):
        _, file, place = found
        before = file["sources"][place]["id"]
        text = json.dumps(desk.files).replace(f'"{before}"', f'"{before}-x"')
        desk.files = json.loads(text)


def spoil_a_record(desk: Desk) -> None:
    """Write what no record of its kind has."""
    if found := desk.any_record("sources", "claims"):
        section, file, place = found
        spoiled = desk.random.choice(({"nonsense": 1}, {"published": "yesterday", "when": "yesterday"}, {"kind": "x"}))
        file[section][place] = {**file[section][place], **spoiled}


def mend_all_records(desk: Desk) -> None:
    for file in desk.files.values():
        for section in SECTIONS:
            for place, record in enumerate(file.get(section, ())):
                if "nonsense" in record or record.get("kind") == "x" or record.get("when") == "yesterday":
                    file[section][place] = desk.draws(desk.story_of(file)).record(section, record["id"])


def cut_a_text(desk: Desk) -> None:
    """Have YAML take the end of a text for a comment, or no longer."""
    if found := desk.any_record("claims"):
        _, file, place = found
        id_ = file["claims"][place]["id"]
        file["cut"] = id_ if file.get("cut") != id_ else None


def take_an_article_out(desk: Desk) -> None:
    """Leave the claims of a file without the article of the file, or put it back."""
    file = desk.any_file()
    if file.pop("article", None) is None:
        file["article"] = desk.random.choice(list(desk.stories))


def put_a_line_at_the_top(desk: Desk) -> None:
    file = desk.any_file()
    file["down"] = file.get("down", 0) + 1


def put_a_line_between_two_records(desk: Desk) -> None:
    if found := desk.any_record():
        section, file, place = found
        between = file.setdefault("between", {})
        id_ = file[section][place]["id"]
        between[id_] = between.get(id_, 0) + 1


def share_the_citations_of_a_file(desk: Desk) -> None:
    """Have all claims of a file cite the same by an alias, or each what it did."""
    file = desk.any_file()
    file["shared"] = not file.get("shared")


def change_the_article_of_a_file(desk: Desk) -> None:
    desk.any_file()["article"] = desk.random.choice((*desk.stories, *desk.stories, "sales"))


def add_a_file(desk: Desk) -> None:
    free = [path for path in (*FILES, *MORE) if path not in desk.files]
    if free:
        path = desk.random.choice(free)
        story = desk.random.choice(list(desk.stories))
        known = {record["id"] for record in desk.records("claims")}
        unused = [id_ for id_ in (*CLAIMS, "new") if id_ not in known] or ["newer"]
        draws = desk.draws(story)
        desk.files[path] = {"article": story, "claims": [draws.record("claims", desk.random.choice(unused))]}


def rename_a_file(desk: Desk) -> None:
    free = [path for path in (*FILES, *MORE) if path not in desk.files]
    if free:
        desk.files[desk.random.choice(free)] = desk.files.pop(desk.random.choice(sorted(desk.files)))


def swap_two_files(desk: Desk) -> None:
    one, other = desk.random.choice(sorted(desk.files)), desk.random.choice(sorted(desk.files))
    desk.files[one], desk.files[other] = desk.files[other], desk.files[one]


def remove_a_file(desk: Desk) -> None:
    """Remove one; seldom one with parties."""
    without = [path for path, file in sorted(desk.files.items()) if not file.get("parties")]
    if len(desk.files) > 2:
        del desk.files[desk.random.choice(without or sorted(desk.files))]


def empty_a_file(desk: Desk) -> None:
    without = [path for path, file in sorted(desk.files.items()) if not file.get("parties")]
    if without:
        desk.files[desk.random.choice(without)] = {}


def break_a_file(desk: Desk) -> None:
    """Put something behind its records: what is no YAML, an unknown key, or a key of the desk's own."""
    desk.any_file()["behind"] = desk.random.choice((["  - [broken"], ["nonsense: 1"], ["x-desk: note"]))


def mend_all_files(desk: Desk) -> None:
    for file in desk.files.values():
        file.pop("behind", None)


def change_a_text(desk: Desk) -> None:
    if desk.texts:
        desk.texts[desk.random.choice(sorted(desk.texts))] = desk.random.choice(TEXTS)


def remove_a_text(desk: Desk) -> None:
    if desk.texts:
        del desk.texts[desk.random.choice(sorted(desk.texts))]


def put_a_text_there(desk: Desk) -> None:
    if found := desk.any_record("sources"):
        _, file, place = found
        if "snapshot" in file["sources"][place]:
            desk.put_text(file["sources"][place])


def change_a_party(desk: Desk) -> None:
    if found := desk.any_record("parties"):
        section, file, place = found
        file[section][place] = desk.draws("sale").record(section, file[section][place]["id"])


def change_the_settings(desk: Desk) -> None:
    desk.settings = desk.random.choice(SETTINGS)


OFTEN: tuple[Edit, ...] = (
    *(change_a_record, change_a_field, change_a_field, change_a_field, take_out_what_is_waived_or_signed),
    *(change_a_citation, change_a_citation, change_a_citation, change_a_relation),
    *(take_a_source_back, take_a_source_back, refute_a_claim, refute_a_claim),
    *(add_a_record, remove_a_record, move_a_record, turn_the_records_of_a_file, rename_a_record),
    *(rename_a_source_everywhere, put_a_line_at_the_top, change_the_article_of_a_file, add_a_file, rename_a_file),
    *(put_a_line_between_two_records, put_a_line_between_two_records, share_the_citations_of_a_file),
    *(swap_two_files, remove_a_file, empty_a_file, change_a_text, remove_a_text, put_a_text_there, put_a_text_there),
    *(mend_all_records, mend_all_records, mend_all_files, mend_all_files, mend_all_files, take_the_digests_out),
)
SELDOM: tuple[Edit, ...] = (
    *(spoil_a_record, cut_a_text, take_an_article_out, break_a_file, change_a_party, change_the_settings),
)
"""What leaves everything to the full check, or leaves much unjudged for as long as it stands."""


def any_edit(desk: Desk) -> Edit:
    """Draw a kind of edit."""
    return desk.random.choice(OFTEN if desk.random.randrange(8) else SELDOM)


def put_back(desk: Desk, past: tuple[dict[str, Fields], dict[str, str], str | None]) -> None:
    """Undo all edits since a state of the project."""
    desk.files, desk.texts, desk.settings = deepcopy(past)


def _without(record: Fields, key: str) -> Fields:
    return {name: value for name, value in record.items() if name != key}
