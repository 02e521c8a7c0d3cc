"""How tests run: property tests with the same examples every time and no clock, and a cache of their own.

`pytest --hypothesis-profile=search` looks for new examples.
"""

from __future__ import annotations

import os
import tempfile

from hypothesis import settings

settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=5_000)
settings.load_profile("suite")

_caches = tempfile.TemporaryDirectory()
os.environ["CLAIMTRACK_CACHE"] = _caches.name
