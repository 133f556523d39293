"""What can go wrong with the environment.

A fault of a *document* is never an exception: it is a ``Diagnostic`` value (``generator.model.diagnostics``).
A bug of ours is never caught.

    GongkaiError
    ├── ConfigurationError   the project folder, mkdocs.yml, agency.yml or a vocabulary is not usable
    ├── SourceError          a source file cannot be opened at all (that report is held, the rest goes on)
    ├── OutputError          a page cannot be written
    └── BuildError           MkDocs failed, or the built site does not say what the sources say
"""


class GongkaiError(Exception):
    """Base of all errors that gongkai raises on purpose; its text is Chinese, for the person at the keyboard."""


class ConfigurationError(GongkaiError):
    """The project folder or a file of settings or vocabulary cannot be used; lists every fault at once."""


class SourceError(GongkaiError):
    """A source file cannot be read from the disk."""


class OutputError(GongkaiError):
    """A page or data file cannot be written."""


class BuildError(GongkaiError):
    """The site could not be built, or what was built differs from the sources."""
