"""A reverse proxy: hands every request to BACKEND as it is, and says 502 where nobody is there."""
import http.client
import http.server
import os
import signal
import sys


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        backend = http.client.HTTPConnection(os.environ["BACKEND"], timeout=5)
        try:
            backend.request("GET", self.path, headers={"Host": self.headers["Host"]})
            answer = backend.getresponse()
            status, text = answer.status, answer.read()
        except OSError:
            status, text = 502, b"nobody is there"
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *words):
        """Probes would fill the log."""


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
http.server.ThreadingHTTPServer(("", 8080), Proxy).serve_forever()
