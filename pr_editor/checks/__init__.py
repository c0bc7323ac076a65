"""What can be wrong with a release, and how it can be put right: rules, findings and fixes as data."""
