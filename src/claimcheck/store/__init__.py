"""The archive: claims of many articles in one SQLite file, the only state claimcheck keeps."""
