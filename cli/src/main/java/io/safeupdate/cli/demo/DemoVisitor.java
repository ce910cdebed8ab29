package io.safeupdate.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A client that signs the guest book all the time, and measures how long it could not. */
final class DemoVisitor implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int CREATED = 201;
  private static final double NANOS = 1e9;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();
  private final URI rows;
  private final Thread thread = new Thread(this::sign, "demo-visitor");
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicLong silentNanos = new AtomicLong();
  private volatile boolean leaving;

  DemoVisitor(String application) {
    this.rows = URI.create(application + "/rows/");
    thread.setDaemon(true);
    thread.start();
  }

  /** How many rows the application said it has taken. */
  int acknowledged() {
    return acknowledged.get();
  }

  /** For how many seconds, in all, no row could be written; counted anew from here. */
  double takeDowntime() {
    return silentNanos.getAndSet(0) / NANOS;
  }

  private void sign() {
    long lastGood = System.nanoTime();
    boolean failing = false;
    while (!leaving) {
      if (post()) {
        long now = System.nanoTime();
        silentNanos.addAndGet(failing ? now - lastGood : 0);
        failing = false;
        lastGood = now;
      } else {
        failing = true;
      }
      pause();
    }
  }

  private boolean post() {
    String body = "{\"text\": \"visit " + (acknowledged.get() + 1) + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(rows)
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      boolean taken =
          http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == CREATED;
      acknowledged.addAndGet(taken ? 1 : 0);
      return taken;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      leaving = true;
      return false;
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      leaving = true;
    }
  }

  @Override
  public void close() {
    leaving = true;
    thread.interrupt();
  }
}
