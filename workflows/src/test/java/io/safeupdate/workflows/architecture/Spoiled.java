package io.safeupdate.workflows.architecture;

import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Everything that workflow code must not do, so that a test sees that it is found. */
final class Spoiled {

  Object clock() {
    return Clock.systemUTC();
  }

  Object now() {
    return Instant.now();
  }

  Object today() {
    return LocalDate.now(java.time.ZoneId.of("UTC"));
  }

  Object chance() {
    return new Random();
  }

  Object dice() {
    return Math.random();
  }

  Object identity() {
    return UUID.randomUUID();
  }

  Object environment() {
    return System.getenv("HOME");
  }

  Object thread() {
    return Thread.currentThread();
  }

  Object executor() {
    return Executors.newCachedThreadPool();
  }

  Object lock() {
    return new ReentrantLock();
  }

  Object file() {
    return new File("x");
  }

  Object parallel() {
    return List.of(1).parallelStream();
  }
}
