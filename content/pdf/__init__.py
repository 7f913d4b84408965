"""PDF: what stands on its pages becomes an Article."""
