"""Vocabularies as data: YAML and CSV files, read by `generator.taxonomy` and `generator.gate`."""
