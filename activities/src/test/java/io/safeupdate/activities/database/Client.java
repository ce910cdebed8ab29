package io.safeupdate.activities.database;

import java.io.IOException;
import java.util.Map;

/** An application that writes a row every moment, and connects again whenever it is cut off. */
final class Client implements AutoCloseable {
  private static final String LOOP =
      """
      rm -f /tmp/client-stops
      while ! [ -e /tmp/client-stops ]; do
        psql -X -q -c 'INSERT INTO client_rows DEFAULT VALUES' -c 'SELECT pg_sleep(0.05)' \
          >/dev/null 2>&1
      done
      """;

  private final Server server;
  private final Process process;

  Client(Server server) throws IOException {
    this.server = server;
    server.sql(Server.LIVE, "CREATE TABLE IF NOT EXISTS client_rows (id serial PRIMARY KEY)");
    Map<String, String> environment = Map.of("PGUSER", Server.USER, "PGDATABASE", Server.LIVE);
    // Several at once, so that one of them always knocks.
    this.process = server.start(environment, "for i in 1 2 3; do (" + LOOP + ") & done; wait");
  }

  void awaitRows(int rows) throws InterruptedException {
    while (rows() < rows) {
      Thread.sleep(50);
    }
  }

  int rows() {
    return Integer.parseInt(server.sql(Server.LIVE, "SELECT count(*) FROM client_rows"));
  }

  @Override
  public void close() {
    server.sh(Map.of(), "touch /tmp/client-stops");
    process.onExit().join();
  }
}
