"""A record file that cannot be read as text.

What
----
Files in the claims folder that are neither UTF-8 nor marked as UTF-16, that are over a limit
(16 MB, or two million characters in one line, where the settings do not say otherwise), or that
cannot be opened. The finding stands at the first byte that is no text, and
says which byte it is. An empty file is fine.

Why
---
Guessing an encoding changes letters without a word, and a name or a quotation may be spoilt. As
long as the file is unread, nobody knows which claims it holds.

Bad
---
    # file: claims/x.yaml, saved as latin-1
    parties:
      - {id: pier-cafe, name: Café de la Jetée}  # <- CT001

Good
----
    # file: claims/x.yaml
    parties:
      - {id: pier-cafe, name: Café de la Jetée}

Fix
---
Save the file as UTF-8. Split a file that is too large: one file an article is the usual way.

Source
------
claimtrack's own record format. What desks ask of their tools: a note whose text has gone is shown
with a notice, never dropped.
"""

SEVERITY = "error"
