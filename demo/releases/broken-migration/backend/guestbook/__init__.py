VERSION = "broken-migration"
