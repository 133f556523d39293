"""Word files: text in reading order, with the automatic numbers that Word prints."""

from generator.readers.word.reader import read_word

__all__ = ["read_word"]
