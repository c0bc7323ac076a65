"""What the user chooses: the settings window and the keys of commands."""
