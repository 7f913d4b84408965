"""What is read: a source becomes an Article, an Article becomes a Script.

Knows nothing of sound or screens.
"""
