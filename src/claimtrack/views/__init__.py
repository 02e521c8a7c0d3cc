"""What commands show: tables and cards made from the ledger, for people and for programs."""

from typing import Literal

What = Literal["claims", "sources", "parties", "articles"]
"""What there is to list."""
