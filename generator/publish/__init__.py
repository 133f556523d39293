"""Markdown under ``docs/`` -> the static site, its data files, and the proof of what was built."""

from generator.publish.mkdocs_run import BuildOutcome, build_site
from generator.publish.verify_site import SiteFault, verify_links, verify_site, verify_texts

__all__ = [
    "BuildOutcome",
    "SiteFault",
    "build_site",
    "verify_links",
    "verify_site",
    "verify_texts",
]
