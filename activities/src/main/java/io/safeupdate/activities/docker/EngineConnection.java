package io.safeupdate.activities.docker;

import com.github.dockerjava.api.DockerClient;
import io.safeupdate.activities.failure.StepFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the engine with a limit. Over a Unix socket the client library has no response timeout that
 * works (a socket channel has none), so every question is asked by a thread that can be abandoned:
 * an interrupt closes the channel.
 *
 * <p>Connects at the first question, and anew after the engine did not answer, for it may come back
 * as another version.
 */
final class EngineConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);

  private final Supplier<EngineHost> host;
  private final Duration limit;
  private final ExecutorService threads = Executors.newCachedThreadPool(EngineConnection::thread);
  private Optional<EngineSession> session = Optional.empty();

  /**
   * @param limit how long the engine may think about a question that is answered at once
   */
  EngineConnection(Supplier<EngineHost> host, Duration limit) {
    this.host = host;
    this.limit = limit;
  }

  /**
   * @param what what is done, for the message of a failure: "Listing the containers of shop"
   */
  <T> T ask(String what, Function<DockerClient, T> question) {
    return ask(what, limit, question);
  }

  /** Asks something that takes its time. */
  <T> T ask(String what, Duration longest, Function<DockerClient, T> question) {
    return inSession(what, longest, session -> question.apply(session.client()));
  }

  /** Begins something that lasts; its end is waited for by the caller, who also gives it up. */
  Future<?> begin(Consumer<DockerClient> work) {
    return threads.submit(() -> work.accept(session().client()));
  }

  /** Asks something for which the library has no words. */
  <T> T inSession(String what, Duration longest, Function<EngineSession, T> question) {
    Future<T> answer = threads.submit(() -> question.apply(session()));
    try {
      return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failed(what, e.getCause());
    } catch (TimeoutException e) {
      // First, for its thread may hold the lock of a session that is being opened.
      answer.cancel(true);
      throw failed(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException(what + " was stopped");
    } finally {
      answer.cancel(true);
    }
  }

  /** The version that is spoken, once connected. */
  ApiVersion version() {
    return ask("Connecting to the Docker engine", client -> session().version());
  }

  @Override
  public synchronized void close() {
    threads.shutdownNow();
    session.ifPresent(EngineSession::close);
    session = Optional.empty();
  }

  private synchronized EngineSession session() {
    if (session.isEmpty()) {
      EngineHost found = host.get();
      session = Optional.of(EngineSession.open(found));
      log.info("Docker engine at {}, API {}", found.uri(), session.get().version());
    }
    return session.get();
  }

  /** What to throw for a cause; a connection that seems dead is not used again. */
  RuntimeException failed(String what, Throwable cause) {
    if (cause instanceof StepFailure failure) {
      return failure;
    }
    StepFailure failure = EngineFailure.of(what, cause);
    if (EngineFailure.mayReturnAsAnother(failure)) {
      forget();
    }
    return failure;
  }

  /** Not closed: other threads may still get their answers through it. */
  private synchronized void forget() {
    session = Optional.empty();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "docker-engine");
    thread.setDaemon(true);
    return thread;
  }
}
