"""Checks a project again after an edit: only what the edit can have touched is judged anew.

The outcome is the one that a check of everything would have. That rests on what every rule keeps
to: what it says of a record depends on that record, on what this names at any depth, on what
those say of it that name it, on the parties, the texts, the settings and the day. What was found
about a record that only moved to other lines moves with it. Names that lead nowhere, whose hints
depend on all ids there are, are looked at each time. Whatever does not fit into that (a file that
cannot be read, an id that is recorded twice, a party that was changed, a folder of texts that was
moved) is left to the full check.
"""
