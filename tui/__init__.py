"""How it is shown and steered: the Textual app and the commands that drive a session."""
