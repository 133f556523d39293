"""Web pages: saved pages and fragments of agency sites."""

from generator.readers.web.reader import read_web_page

__all__ = ["read_web_page"]
