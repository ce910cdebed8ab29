VERSION = "broken-compose"
