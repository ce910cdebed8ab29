VERSION = "broken-health"
