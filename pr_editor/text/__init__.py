"""Drafts as data: paragraphs, spans, edits, and the ways to fold, split and compare Persian text."""
