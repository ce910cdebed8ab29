package io.safeupdate.activities.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShellWordTest {
  private static final int TRIES = 60;

  @Property(tries = TRIES)
  void a_shell_reads_the_very_text(@ForAll("texts") String text) throws Exception {
    assertThat(printed("printf %s " + ShellWord.of(text))).isEqualTo(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab '\"\\$(){}`;&|<>*?[]!#~-\n\tü").ofMaxLength(20),
        Arbitraries.of(
            "", "-rf", "$(touch pwned)", "'; touch pwned; '", "a\nb", "~", "plain/path"));
  }

  private static String printed(String script) throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
