"""A worker: counts in Redis, under the name of its release, what it has done."""
import os
import pathlib
import signal
import sys
import time

RELEASE, *MANNERS = (pathlib.Path(__file__).parent / "RELEASE").read_text().split()

if "tired" in MANNERS:
    sys.exit(f"the worker of release {RELEASE} is tired")

import redis

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
queue = redis.Redis(os.environ.get("REDIS_HOST", "redis"))
while True:
    time.sleep(0.2)
    queue.incr(f"done by {RELEASE}")
