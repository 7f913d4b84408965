"""How it sounds: a Script becomes speech, in a process of its own.

Knows nothing of files or screens.
"""
