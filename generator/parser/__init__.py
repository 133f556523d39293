"""``ExtractedText`` -> ``Document``: the parts of an official document, for any text whatever."""
