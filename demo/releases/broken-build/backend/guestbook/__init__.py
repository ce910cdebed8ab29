VERSION = "broken-build"
