"""The review window: its parts, their places, its menus and what connects them."""
