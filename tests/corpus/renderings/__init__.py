"""The five reports written out again in every format that agencies use: the official text stays the same."""
