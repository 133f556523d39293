"""Vocabularies, agencies and regions: what the words of a document stand for."""
