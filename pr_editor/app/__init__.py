"""What window and command line share: where things lie, what the user chose, open drafts, the checker, reports."""
