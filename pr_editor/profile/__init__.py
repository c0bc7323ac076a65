"""House styles: which rules run, how heavily they weigh, and what the house prefers. Read from TOML."""
