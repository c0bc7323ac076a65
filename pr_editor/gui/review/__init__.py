"""The findings of the draft in front: checked, listed, decided."""
