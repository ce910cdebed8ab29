package io.safeupdate.e2e;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that writes rows, and remembers which were acknowledged and which failed. */
final class Visitor implements AutoCloseable {
  private static final Duration HASTE = Duration.ofMillis(50);
  private static final Duration CALM = Duration.ofMillis(250);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final GuestBook book;
  private final Duration pause;
  private final Thread thread = new Thread(this::write, "visitor");
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private volatile boolean leaving;

  private Visitor(GuestBook book, Duration pause) {
    this.book = book;
    this.pause = pause;
  }

  /** One who would notice the shortest failure: a row every 50 ms. */
  static Visitor hasty(GuestBook book) {
    return begin(new Visitor(book, HASTE));
  }

  /** One whose rows tell what is lost, without being half of the machine's work. */
  static Visitor calm(GuestBook book) {
    return begin(new Visitor(book, CALM));
  }

  private static Visitor begin(Visitor visitor) {
    visitor.thread.start();
    Eventually.holds(Duration.ofSeconds(20), () -> visitor.acknowledged.size() > 2);
    return visitor;
  }

  /** Texts of the rows that the application said it has. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** What went wrong with the others. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  private void write() {
    try {
      for (int number = 1; !leaving; number++) {
        visit("visit " + number);
        Thread.sleep(pause.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void visit(String text) throws InterruptedException {
    try {
      note(text, http.send(book.posting(text), BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      failures.add(text + ": " + e);
    }
  }

  private void note(String text, int status) {
    if (status == 201) {
      acknowledged.add(text);
    } else {
      failures.add(text + ": HTTP " + status);
    }
  }

  @Override
  public void close() {
    leaving = true;
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
