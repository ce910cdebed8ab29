VERSION = "2-slow"
