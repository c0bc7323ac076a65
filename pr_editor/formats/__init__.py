"""Files in and out: a draft read from text or Word files, put back into the very file, or written anew."""
