"""Questions and pages in windows of their own."""
