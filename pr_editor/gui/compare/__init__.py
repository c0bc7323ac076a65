"""The draft as received against the draft as it is, in place of the text."""
