"""Markdown under ``docs/`` -> the static site, its data files, and the proof of what was built."""
