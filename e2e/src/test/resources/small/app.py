"""A small application: tells its release, and keeps rows where there is a database.

RELEASE holds the release's name and its bad manners, if any: "exits", "unhealthy", "deaf".
"""
import contextlib
import http.server
import os
import pathlib
import signal
import sys

RELEASE, *MANNERS = (pathlib.Path(__file__).parent / "RELEASE").read_text().split()


def sql(statement, *values):
    import psycopg2

    with contextlib.closing(psycopg2.connect(os.environ["DATABASE_URL"])) as connection:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement, values)
            return [row[0] for row in cursor] if cursor.description else []


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/rows":
            self.answer(200, "\n".join(sql("select text from rows order by id")))
        elif self.path == "/health/":
            self.answer(500 if "unhealthy" in MANNERS else 200, "")
        else:
            self.answer(200, RELEASE)

    def do_POST(self):
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sql("insert into rows (text) values (%s)", text)
        self.answer(201, text)

    def answer(self, status, text):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *words):
        """Probes would fill the log."""


# The first process of a container ignores a signal that it does not handle.
if "deaf" not in MANNERS:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
if "exits" in MANNERS:
    sys.exit(f"release {RELEASE} cannot start")
http.server.ThreadingHTTPServer(("", 8000), Page).serve_forever()
