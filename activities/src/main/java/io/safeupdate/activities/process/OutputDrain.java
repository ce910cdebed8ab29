package io.safeupdate.activities.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Empties one stream of a process until its end. */
final class OutputDrain implements Runnable {
  static final int LONGEST_TEXT = 4 << 20;

  private final InputStream stream;
  private final LineSplitter lines;
  private final Tail tail = new Tail(LONGEST_TEXT);

  OutputDrain(InputStream stream, RecentLines lines) {
    this.stream = stream;
    this.lines = new LineSplitter(lines::add);
  }

  @Override
  public void run() {
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      drain(reader);
    } catch (IOException e) {
      // The process was killed; what it said before is what there is.
    } finally {
      lines.end();
    }
  }

  private void drain(Reader reader) throws IOException {
    char[] buffer = new char[8192];
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      tail.append(buffer, read);
      lines.append(buffer, read);
    }
  }

  String text() {
    return tail.toString();
  }
}
