"""What fixes have changed in a draft: kept, listed, reversed one by one, reported to the author."""
