"""Text that stands twice: two places of a draft side by side, and the draft beside what was published."""
