"""``ReportRecord`` and official text -> Markdown pages under ``docs/``.

``render_official_text`` and ``official_characters`` serve the proof of a single report; ``compose_site`` and
``write_pages`` write the whole site's Markdown, one page at a time.
"""
