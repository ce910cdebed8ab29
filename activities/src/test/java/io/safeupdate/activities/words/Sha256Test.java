package io.safeupdate.activities.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** Against the examples of FIPS 180-4. */
class Sha256Test {
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void of_a_text() {
    assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
  }

  @Test
  void of_a_text_in_utf_8() {
    assertThat(Sha256.of("ä")).isEqualTo(Sha256.of(new byte[] {(byte) 0xc3, (byte) 0xa4}));
  }

  @Test
  void of_what_is_fed_piece_by_piece() {
    MessageDigest digest = Sha256.digest();
    digest.update("a".getBytes(StandardCharsets.UTF_8));
    digest.update("bc".getBytes(StandardCharsets.UTF_8));

    assertThat(Sha256.hex(digest)).isEqualTo(OF_ABC);
  }

  @Test
  void begins_anew_after_its_end() {
    MessageDigest digest = Sha256.digest();
    digest.update((byte) 'a');
    Sha256.hex(digest);

    assertThat(Sha256.hex(digest)).isEqualTo(OF_NOTHING);
  }
}
