"""gongkai (公开): disclosed government documents become a searchable, provable static site."""

__version__ = "0.1.0"
