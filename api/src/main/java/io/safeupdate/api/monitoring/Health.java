package io.safeupdate.api.monitoring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How the parts are. They are looked at side by side and with a limit, so that an answer comes
 * within seconds, whichever of them hangs; many who ask at once cost no more than one.
 */
public final class Health {
  private static final Duration LIMIT = Duration.ofSeconds(4);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final List<PartWatch> parts;
  private final Duration limit;

  public Health(List<Part> parts) {
    this(parts, LIMIT, FRESH);
  }

  Health(List<Part> parts, Duration limit, Duration fresh) {
    ExecutorService threads = Executors.newCachedThreadPool(Health::thread);
    this.parts = parts.stream().map(part -> new PartWatch(part, threads, fresh)).toList();
    this.limit = limit;
  }

  /** Each part by its name, in the order in which they were given. */
  public Map<String, PartHealth> look() {
    Map<String, CompletableFuture<PartHealth>> looks = new LinkedHashMap<>();
    parts.forEach(part -> looks.put(part.name(), limited(part.look())));
    Map<String, PartHealth> seen = new LinkedHashMap<>();
    looks.forEach((name, look) -> seen.put(name, look.join()));
    return seen;
  }

  private CompletableFuture<PartHealth> limited(CompletableFuture<PartHealth> look) {
    return look.completeOnTimeout(
        PartHealth.ill("gave no answer within %d s".formatted(limit.toSeconds())),
        limit.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** Their names, in that order. */
  public List<String> names() {
    return parts.stream().map(PartWatch::name).toList();
  }

  private static Thread thread(Runnable look) {
    Thread thread = new Thread(look, "health");
    thread.setDaemon(true);
    return thread;
  }
}
