package io.safeupdate.activities.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A pipe from the thread that writes a tar to the one that sends it. What is not {@link #finish
 * finished} arrives as broken off, for the engine would take a clean end for the end of the tar.
 */
final class OutgoingTar extends OutputStream {
  private static final int BUFFER = 1 << 20;

  private final PipedInputStream pipe = new PipedInputStream(BUFFER);
  private final PipedOutputStream sink;
  private final StreamWatch watch;
  private volatile boolean finished;

  OutgoingTar(Duration longestSilence) {
    this.watch = new StreamWatch(longestSilence, this::breakOff);
    try {
      this.sink = new PipedOutputStream(pipe);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is sent. */
  InputStream body() {
    return new Body(pipe);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    watch.moving(
        () -> {
          sink.write(buffer, offset, length);
          return length;
        });
  }

  /** Nothing: the end of the writer's stream is not yet the end of the tar. */
  @Override
  public void close() {}

  /** Says that the tar is whole. */
  void finish() throws IOException {
    finished = true;
    sink.close();
  }

  /** Makes both ends fail unless the tar is whole. */
  void end() {
    watch.close();
    breakOff();
  }

  private void breakOff() {
    try {
      sink.close();
      pipe.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Body extends FilterInputStream {
    Body(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return whole(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return whole(super.read(buffer, offset, length));
    }

    private int whole(int read) throws IOException {
      if (read < 0 && !finished) {
        throw new IOException("the copy was broken off");
      }
      return read;
    }
  }
}
