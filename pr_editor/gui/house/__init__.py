"""Setting up the house's own style in the window."""
