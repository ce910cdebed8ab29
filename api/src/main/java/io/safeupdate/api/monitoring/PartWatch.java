package io.safeupdate.api.monitoring;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one part, once at a time: all who ask while it is looked at get the same answer, and so
 * do those who ask shortly after.
 */
final class PartWatch {
  private static final Logger LOG = LoggerFactory.getLogger(PartWatch.class);

  private final Part part;
  private final Executor threads;
  private final Duration fresh;
  private Optional<CompletableFuture<Seen>> latest = Optional.empty();

  /**
   * @param fresh how long an answer serves those who ask later
   */
  PartWatch(Part part, Executor threads, Duration fresh) {
    this.part = part;
    this.threads = threads;
    this.fresh = fresh;
  }

  /** An answer, and when it was given by the clock of {@link System#nanoTime}. */
  private record Seen(PartHealth health, long at) {}

  String name() {
    return part.name();
  }

  /** An answer that is fresh enough, or one that is under way; it never fails. */
  synchronized CompletableFuture<PartHealth> look() {
    CompletableFuture<Seen> look =
        latest
            .filter(this::serves)
            .orElseGet(() -> CompletableFuture.supplyAsync(this::see, threads));
    latest = Optional.of(look);
    return look.thenApply(Seen::health);
  }

  private boolean serves(CompletableFuture<Seen> look) {
    return !look.isDone() || System.nanoTime() - look.join().at() < fresh.toNanos();
  }

  private Seen see() {
    PartHealth health;
    try {
      health = part.check().look();
    } catch (RuntimeException defect) {
      LOG.warn("{} could not be looked at", part.name(), defect);
      health = PartHealth.ill("could not be looked at: " + defect.getClass().getSimpleName());
    }
    return new Seen(health, System.nanoTime());
  }
}
