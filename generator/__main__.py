"""``python -m generator`` is ``gongkai``."""

from generator.cli import main

main()
