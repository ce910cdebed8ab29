package io.safeupdate.cli.follow;

import io.safeupdate.cli.text.Commands;
import io.safeupdate.cli.text.EndLine;
import io.safeupdate.cli.text.Question;
import io.safeupdate.workflows.client.Listener;
import io.safeupdate.workflows.client.Operation;
import io.safeupdate.workflows.client.OperationSummary;
import io.safeupdate.workflows.contract.OperationResult;
import io.safeupdate.workflows.contract.Outcome;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints lines about every operation of a host, whoever started it. */
public final class OperationLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperationLog.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Source source;
  private final PrintStream out;
  private final Clock clock;
  private final Commands commands;
  private final Set<String> followed = ConcurrentHashMap.newKeySet();
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Map<String, LineView> views = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(OperationLog::thread);

  private OperationLog(Source source, PrintStream out, Clock clock, Commands commands) {
    this.source = source;
    this.out = out;
    this.clock = clock;
    this.commands = commands;
  }

  /** Where operations are seen. */
  public interface Source {
    List<OperationSummary> open();

    OperationResult follow(Operation operation, Listener listener) throws InterruptedException;
  }

  /** Begins to print, until closed. */
  public static OperationLog start(Source source, PrintStream out, Clock clock, Commands commands) {
    OperationLog log = new OperationLog(source, out, clock, commands);
    log.threads.execute(log::watch);
    return log;
  }

  private void watch() {
    try {
      while (!threads.isShutdown()) {
        look();
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      source.open().stream().filter(this::isNews).forEach(it -> begin(it.operation()));
    } catch (RuntimeException e) {
      LOG.debug("cannot list operations now", e);
    }
  }

  private boolean isNews(OperationSummary summary) {
    String id = summary.operation().id();
    boolean waits = summary.outcome().filter(Outcome.NEEDS_ATTENTION::equals).isPresent();
    if (!waits) {
      waiting.remove(id);
    }
    return !followed.contains(id) && !waiting.contains(id);
  }

  private void begin(Operation operation) {
    followed.add(operation.id());
    threads.execute(() -> follow(operation));
  }

  private void follow(Operation operation) {
    LineView view = views.computeIfAbsent(operation.id(), id -> view(operation));
    Ticker ticker = new Ticker(view::tick);
    try {
      OperationResult result = source.follow(operation, view);
      view.say(EndLine.of(result));
      if (result.outcome() == Outcome.NEEDS_ATTENTION) {
        waiting.add(operation.id());
      } else {
        views.remove(operation.id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("cannot follow operation {} now", operation.id(), e);
    } finally {
      ticker.close();
      followed.remove(operation.id());
    }
  }

  private LineView view(Operation operation) {
    Question question = new Question(operation.id(), commands);
    LineView view = new LineView(out, clock, question, operation.deployment() + "  ");
    view.say("operation " + operation.id());
    return view;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "operation-log");
    thread.setDaemon(true);
    return thread;
  }
}
