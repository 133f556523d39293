"""OFD (GB/T 33190-2016): positioned text -> lines."""

from generator.readers.ofd.read import read_ofd

__all__ = ["read_ofd"]
