"""DOCX: what word processors write becomes an Article."""
