"""What stands around the text: drafts, findings, counts, notices."""
