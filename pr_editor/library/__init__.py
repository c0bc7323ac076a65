"""The archive: one SQLite file with signed events and content-addressed texts, documented in docs/library.md."""
