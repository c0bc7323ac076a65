"""Is this a word, and which word was meant? hazm's data, Lilak through enchant, and counts of news Persian."""
