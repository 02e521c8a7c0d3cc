"""Keep a fact-checker's claims, sources and quotations as YAML, and check that they hold together."""

__version__ = "0.1.0"
