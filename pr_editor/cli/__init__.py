"""The command line: the same decisions as the window, for scripts and for people who live in a terminal."""

COMMANDS = ("check", "fix", "rules", "profile")
"""Words that, as the first argument, mean a command and not a file for the window."""
