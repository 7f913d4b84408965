"""Articles at addresses: fetched safely, and kept to be read again without a network."""
