VERSION = "broken-start"
