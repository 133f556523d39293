"""``ExtractedText`` -> ``Document``: the parts of an official document, for any text whatever."""

from generator.parser.fidelity import prove_fidelity
from generator.parser.parse import parse_document

__all__ = ["parse_document", "prove_fidelity"]
