package io.safeupdate.activities.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Collects what a container printed until the stream ends, the last bytes of it. */
final class FrameSink implements ResultCallback<Frame> {
  private final ByteTail stdout;
  private final ByteTail stderr;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private Optional<Closeable> connection = Optional.empty();

  /** Keeps the two streams apart, or in one and the same tail in the order of their arrival. */
  FrameSink(ByteTail stdout, ByteTail stderr) {
    this.stdout = stdout;
    this.stderr = stderr;
  }

  @Override
  public synchronized void onStart(Closeable stream) {
    connection = Optional.of(stream);
  }

  @Override
  public void onNext(Frame frame) {
    ByteTail tail = frame.getStreamType() == StreamType.STDERR ? stderr : stdout;
    tail.append(frame.getPayload());
  }

  @Override
  public void onError(Throwable thrown) {
    end.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }

  @Override
  public synchronized void close() throws IOException {
    if (connection.isPresent()) {
      connection.get().close();
    }
  }

  /** Waits for the end of the stream; false when it did not come within the limit. */
  boolean awaitEnd(Duration limit) throws InterruptedException, ExecutionException, IOException {
    try {
      end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } finally {
      close();
    }
  }
}
