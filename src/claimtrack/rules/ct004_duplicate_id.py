"""Two records of one kind with the same id.

What
----
A second party, source or claim whose id is already taken. Parties, sources and claims each have
ids of their own, and the ids of claims count within their article. The first record stands; the
finding is on the later one and names the place of both.

Why
---
When one id means two sources, a citation of it ties the fact to neither.

Bad
---
    # file: claims/x.yaml
    sources:
      - {id: land-register, kind: dataset, title: Land register of the port, party: harbour-board}
      - {id: land-register, kind: document, title: Extract from the land register}  # <- CT004

Good
----
    # file: claims/x.yaml
    sources:
      - {id: land-register, kind: dataset, title: Land register of the port, party: harbour-board}
      - {id: land-register-extract, kind: document, title: Extract from the land register}

Fix
---
If both are the same thing, keep one record. If not, give one of them another id, and look at what
refers to it.

Source
------
Knight Science Journalism, fact-checking handbook: every fact is tied to its source. That takes a
name that means one thing.
"""

SEVERITY = "error"
