"""Articles in; claims, links and findings out: the pipeline that wires the stages."""
