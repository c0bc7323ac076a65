"""The command line: the same decisions as the window, for scripts and for people who live in a terminal."""

COMMANDS = (
    "check", "fix", "submit", "correct", "approve", "return", "withdraw", "library", "account", "rules", "profile",
)  # fmt: skip
"""Words that, as the first argument, mean a command and not a file for the window."""
