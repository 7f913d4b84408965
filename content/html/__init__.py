"""HTML, as in web pages, books and converted documents, becomes blocks."""
