"""How much one source file may be; beyond it the report is held, never read half.

The figures bound time and memory of one file; they are far above any real report of the kind (the five first
ones have 3,000 characters each).
"""

MAX_BYTES = 50 * 1024 * 1024
MAX_CHARACTERS = 5_000_000
MAX_LINES = 50_000
