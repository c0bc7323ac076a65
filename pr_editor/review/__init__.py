"""The way from draft to approved version: findings and people in pure transitions, without files or windows."""
