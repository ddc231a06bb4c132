"""The engines: they run the pipeline over many articles."""
