import os
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from guestbook.models import Heartbeat


class Command(BaseCommand):
    help = "Writes a heartbeat into the database again and again, until SIGTERM."

    def handle(self, *args, **options):
        asked_to_stop = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: asked_to_stop.set())
        while not asked_to_stop.wait(float(os.environ.get("HEARTBEAT_SECONDS", "1"))):
            self.beat()

    def beat(self):
        try:
            Heartbeat.objects.create()
        except DatabaseError as problem:
            self.stderr.write(f"no heartbeat: {problem}")
            connection.close()
