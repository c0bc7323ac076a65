"""What is timed, and how: ``make bench``. Every figure is measured several times and shown beside its goal."""
