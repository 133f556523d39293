"""What may be published: disclosure, secrecy marks, personal data, masks.

``decide`` is pure: a report and the rules in, a ``Decision`` out.  No value that is found is ever repeated: findings
carry a code, a line and what to do; masks carry offsets.
"""
