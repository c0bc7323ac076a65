"""Two texts against each other, word by word: a draft and the same as received, in place of the text, or others."""
