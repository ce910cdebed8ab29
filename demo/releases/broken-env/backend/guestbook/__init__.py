VERSION = "broken-env"
