package io.safeupdate.activities.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
  private static final int PIECE = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 40 * PIECE + 7})
  void hands_on_what_there_is(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);

    try (ReadAhead ahead = new ReadAhead(new ByteArrayInputStream(bytes))) {
      assertThat(ahead.readAllBytes()).isEqualTo(bytes);
      assertThat(ahead.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, PIECE, 2 * PIECE + 5})
  void breaks_off_where_the_stream_does(int length) throws IOException {
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(new byte[length]), new Broken());

    try (ReadAhead ahead = new ReadAhead(broken)) {
      assertThat(ahead.readNBytes(length)).hasSize(length);
      assertThatThrownBy(ahead::read).hasMessageContaining("unplugged");
    }
  }

  @Test
  void does_not_hang_when_the_stream_has_a_defect() throws IOException {
    try (ReadAhead ahead = new ReadAhead(new Defective())) {
      assertThatThrownBy(ahead::read).isInstanceOf(IOException.class);
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("unplugged");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }
  }

  private static final class Defective extends InputStream {
    @Override
    public int read() {
      throw new IllegalStateException("closed");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return read();
    }
  }
}
