VERSION = "broken-health-migration"
