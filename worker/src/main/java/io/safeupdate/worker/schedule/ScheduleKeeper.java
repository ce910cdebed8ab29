package io.safeupdate.worker.schedule;

import io.grpc.Status;
import io.safeupdate.config.ConfigException;
import io.safeupdate.config.SafeUpdateConfig;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a host's schedules at the server as the configuration has them: when it starts, and
 * whenever the file changes. Nothing that goes wrong here is in the way of anything else: it is
 * told, and tried again.
 */
public final class ScheduleKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduleKeeper.class);

  /** In looks, of which there is one each second. */
  private static final int PAUSE_AFTER_FAILURE = 30;

  private final String host;
  private final Optional<Path> file;
  private final Supplier<SafeUpdateConfig> current;
  private final ScheduleBook book;
  private final Consumer<String> tell;
  private final ScheduledExecutorService executor;

  private Optional<String> settled = Optional.empty();
  private String told = "";
  private int pause;

  private ScheduleKeeper(
      WorkflowClient client,
      SafeUpdateConfig started,
      Supplier<SafeUpdateConfig> current,
      Consumer<String> tell) {
    this.host = started.host();
    this.file = started.source();
    this.current = current;
    this.book = new ScheduleBook(client, host);
    this.tell = tell;
    this.executor = Executors.newSingleThreadScheduledExecutor(ScheduleKeeper::thread);
  }

  /**
   * Begins to keep them; they are there a moment later.
   *
   * @param started the configuration that the process started with: fixes the host
   * @param current the configuration as its file has it now
   * @param tell hears what goes wrong, once, on another thread
   */
  public static ScheduleKeeper start(
      WorkflowClient client,
      SafeUpdateConfig started,
      Supplier<SafeUpdateConfig> current,
      Consumer<String> tell) {
    ScheduleKeeper keeper = new ScheduleKeeper(client, started, current, tell);
    Future<?> unused = keeper.executor.scheduleWithFixedDelay(keeper::look, 0, 1, TimeUnit.SECONDS);
    return keeper;
  }

  private static Thread thread(Runnable deed) {
    Thread thread = new Thread(deed, "schedules");
    thread.setDaemon(true);
    return thread;
  }

  private void look() {
    String stamp = stamp();
    if (settled.filter(stamp::equals).isPresent() || pause-- > 0) {
      return;
    }
    try {
      write();
      settled = Optional.of(stamp);
    } catch (ConfigException e) {
      settled = Optional.of(stamp);
      say("The configuration file is wrong; schedules stay as they are: " + e.getMessage());
    } catch (RuntimeException e) {
      failed(e);
    }
  }

  private void write() {
    List<Plan> plans = Plan.all(host, current.get());
    try {
      book.write(plans);
      told = "";
    } catch (RuntimeException e) {
      if (ScheduleBook.code(e) != Status.Code.UNIMPLEMENTED) {
        throw e;
      }
      if (!plans.isEmpty()) {
        say("This Temporal server knows no schedules: nothing is done by itself.");
      }
    }
  }

  private void failed(RuntimeException e) {
    pause = PAUSE_AFTER_FAILURE;
    if (executor.isShutdown()) {
      return;
    }
    LOG.warn("writing schedules failed", e);
    Throwable cause = e.getCause() == null ? e : e.getCause();
    say("Schedules cannot be written, which is tried again: " + cause.getMessage());
  }

  private void say(String text) {
    if (!text.equals(told)) {
      told = text;
      tell.accept(text);
    }
  }

  /** Differs when the file does. */
  private String stamp() {
    return file.map(ScheduleKeeper::stamp).orElse("no file");
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes there = Files.readAttributes(file, BasicFileAttributes.class);
      return there.lastModifiedTime() + " " + there.size() + " " + there.fileKey();
    } catch (IOException e) {
      return "gone";
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
