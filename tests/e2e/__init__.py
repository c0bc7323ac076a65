"""The real program on a real screen."""
