"""The drafts that are open: opened, kept, shown, copied."""
