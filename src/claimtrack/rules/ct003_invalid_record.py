"""A record whose fields are not what the format says.

What
----
An unknown or a missing field, a value of the wrong type, a date or an id that is none, a snapshot
path that leaves its folder, a sha256 that is not 64 hex digits, a waiver of an unknown code, a
claim without an article. The nearest known name is suggested. Such a record keeps its id, so that
others may refer to it; no other rule judges it. Keys that begin with `x-` are the desk's own.

Why
---
A field with a misspelt name would count for nothing, and the claim would look checked in a way in
which nobody has checked it.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        txt: Six members voted to sell.  # <- CT003
        sources:
          - {source: board-minutes, at: page 4}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: Six members voted to sell.
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Correct the field that is named. What has no field of its own goes under `note:` or under a key
that begins with `x-`.

Source
------
claimtrack's own record format. Its fields follow schema.org Claim, W3C Web Annotation and W3C
PROV.
"""

SEVERITY = "error"
