"""Tests of what is a word and which word was meant."""
