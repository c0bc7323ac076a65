"""The library in the window: who is logged in, handing in, deciding, looking things up."""
