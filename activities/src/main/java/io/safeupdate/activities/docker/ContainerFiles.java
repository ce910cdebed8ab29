package io.safeupdate.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.safeupdate.activities.failure.StepFailure;
import io.safeupdate.activities.words.Shown;
import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Files that leave containers and enter them. The library's own way out asks for gzip, which takes
 * five times as long, and fetches everything even when its stream is closed early.
 */
final class ContainerFiles {
  private static final Duration SILENCE = Duration.ofMinutes(5);
  private static final int OK = 200;
  private static final int LONGEST_REFUSAL = 4 << 10;

  private final EngineConnection engine;
  private final StandIns standIns;

  ContainerFiles(EngineConnection engine) {
    this.engine = engine;
    this.standIns = new StandIns(engine);
  }

  <T> T read(String id, String path, Engine.TarReader<T> reader) {
    String what = "Reading %s out of container %s".formatted(Shown.path(path), id);
    return with(what, id, path, holder -> read(what, open(what, holder, path), reader));
  }

  void write(String id, String directory, Engine.TarWriter writer) {
    String what = "Writing into %s of container %s".formatted(Shown.path(directory), id);
    with(
        what,
        id,
        directory,
        holder -> {
          write(what, holder, directory, writer);
          return holder;
        });
  }

  /** Works with a stand-in, or with the container itself where the path is on no mount. */
  private <T> T with(String what, String id, String path, Function<String, T> work) {
    Optional<String> standIn = standIns.create(id, path);
    try {
      return work.apply(standIn.filter(made -> isThere(what, made, path)).orElse(id));
    } finally {
      standIn.ifPresent(standIns::remove);
    }
  }

  /** A link may lead from a mount to where only the container itself can see. */
  private boolean isThere(String what, String id, String path) {
    try {
      open(what, id, path).close();
      return true;
    } catch (StepFailure e) {
      if (e.type() == FailureType.PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }

  private static <T> T read(String what, Response response, Engine.TarReader<T> reader) {
    IncomingTar tar = new IncomingTar(response, SILENCE);
    try {
      return reader.read(tar);
    } catch (IOException e) {
      throw stopped(what, e, tar.hasEnded());
    } finally {
      tar.end();
    }
  }

  private void write(String what, String id, String directory, Engine.TarWriter writer) {
    // An engine that refuses hangs up while the tar is still being sent, and its reason is lost.
    open(what, id, directory).close();
    OutgoingTar tar = new OutgoingTar(SILENCE);
    Future<?> sending = engine.begin(client -> send(client, id, directory, tar));
    try {
      writer.write(tar);
      tar.finish();
      sending.get(SILENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      throw interrupted(e) ? cancelled(what) : refusal(what, sending, e);
    } catch (InterruptedException e) {
      throw cancelled(what);
    } catch (ExecutionException e) {
      throw engine.failed(what, e.getCause());
    } catch (TimeoutException e) {
      throw engine.failed(what, e);
    } finally {
      tar.end();
      sending.cancel(true);
    }
  }

  private static void send(DockerClient client, String id, String directory, OutgoingTar tar) {
    try (InputStream body = tar.body()) {
      client
          .copyArchiveToContainerCmd(id)
          .withRemotePath(directory)
          .withTarInputStream(body)
          .exec();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response open(String what, String id, String path) {
    String query = "path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    return engine.inSession(
        what,
        SILENCE,
        session ->
            accepted(
                session
                    .http()
                    .execute(
                        Request.builder()
                            .method(Request.Method.GET)
                            .path(
                                "/v%s/containers/%s/archive?%s"
                                    .formatted(session.version(), id, query))
                            .headers(Map.of("Accept-Encoding", "identity"))
                            .build())));
  }

  private static Response accepted(Response response) {
    if (response.getStatusCode() == OK) {
      return response;
    }
    try (response) {
      byte[] said = response.getBody().readNBytes(LONGEST_REFUSAL);
      throw new DockerException(
          new String(said, StandardCharsets.UTF_8).strip(), response.getStatusCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engine's own reason, where it gave one before our end of the pipe broke. */
  private RuntimeException refusal(String what, Future<?> sending, IOException trouble) {
    try {
      sending.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return engine.failed(what, e.getCause());
    } catch (TimeoutException e) {
      return stopped(what, trouble, false);
    } catch (InterruptedException e) {
      return cancelled(what);
    }
    return stopped(what, trouble, true);
  }

  private static RuntimeException stopped(String what, IOException trouble, boolean byEngine) {
    if (interrupted(trouble)) {
      return cancelled(what);
    }
    String reason = String.valueOf(trouble.getMessage());
    FailureType type =
        CliFailure.anywhere(reason)
            .orElse(byEngine ? FailureType.ENGINE_UNAVAILABLE : FailureType.PRECONDITION_FAILED);
    return new StepFailure(type, "%s broke off: %s.".formatted(what, reason), trouble);
  }

  private static boolean interrupted(IOException trouble) {
    return trouble instanceof InterruptedIOException || Thread.currentThread().isInterrupted();
  }

  private static CancellationException cancelled(String what) {
    Thread.currentThread().interrupt();
    return new CancellationException(what + " was stopped");
  }
}
