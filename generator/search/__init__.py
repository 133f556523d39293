"""Full-text search: passages -> static files that a reader's browser searches like grep; see ARCHITECTURE.md."""
