"""The flow: discover, read, parse, describe, gate; then collect, compose, write, publish.

    reports/ ─ discover ─► SourceFile ─ read ─► ExtractedText ─ parse ─► Document
                                                                     │ prove (fidelity)
        Report ◄─ describe ─┘ ─ gate ─► Decision ─► ReportRecord + official text (on disk)
    all records ─ collect ─► Catalog, links ─ compose ─► pages ─ write ─► docs/ ─ MkDocs ─► site/ ─ verify

The first line works on one file at a time and needs nothing of the others; the second sees small records only.
"""
