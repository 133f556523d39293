"""Full-text search: passages -> static files that a reader's browser searches like grep; see ARCHITECTURE.md."""

from generator.search.model import IndexOutcome, SearchNames, SearchPassage, SearchReport
from generator.search.modules import write_scripts, write_search_modules
from generator.search.write import write_index

__all__ = [
    "IndexOutcome",
    "SearchNames",
    "SearchPassage",
    "SearchReport",
    "write_index",
    "write_scripts",
    "write_search_modules",
]
