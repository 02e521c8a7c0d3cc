"""Measures claimtrack: how long it takes and how much memory, next to floors and to other tools."""
