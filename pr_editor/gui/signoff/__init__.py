"""Handing a draft in and deciding about it."""
