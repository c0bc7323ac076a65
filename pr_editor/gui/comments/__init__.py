"""Comments of supervisors on passages: made beside the text in the library, answered beside the draft."""
