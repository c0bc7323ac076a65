"""Help inside the program: rules, guide, keys."""
