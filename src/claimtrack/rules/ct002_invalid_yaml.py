"""A record file that is no YAML.

What
----
Syntax errors, a key given twice, tags, aliases that stand inside themselves or for too many
values, a second document, control characters, and nesting that is too deep. The records that are
complete before the error are still read; a key given twice spoils its own record only.

Why
---
A YAML reader that goes on regardless picks one of two equal keys, or gives up on the whole file.
Either way a claim is lost, and nobody is told.

Bad
---
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: The minutes say: carried by six votes.  # <- CT002
        sources:
          - {source: board-minutes, at: page 4}

Good
----
    # file: claims/x.yaml
    article: harbour-sale
    claims:
      - id: six-votes
        text: "The minutes say: carried by six votes."
        sources:
          - {source: board-minutes, at: page 4}

Fix
---
Look at the line named and the one before it. Put prose that holds `: ` or that begins with a
special character into quotation marks, and indent with spaces.

Source
------
claimtrack's own record format, a part of YAML. What desks ask of their tools: a note whose text
has gone is shown with a notice, never dropped.
"""

SEVERITY = "error"
