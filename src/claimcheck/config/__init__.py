"""What a newsroom configures: found, read, held to its schema, each value with its origin."""
