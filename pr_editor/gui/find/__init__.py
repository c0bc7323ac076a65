"""Finding and replacing words in the draft in front, and going to its paragraphs."""
