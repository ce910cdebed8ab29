package io.safeupdate.activities.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  @Property
  void lines_are_the_same_however_the_text_comes_in(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 9) int chunk) {
    List<String> expected = Stream.of(text.split("[\r\n]")).filter(it -> !it.isEmpty()).toList();

    assertThat(split(text, chunk)).isEqualTo(expected);
  }

  @Test
  void a_line_without_end_comes_in_pieces() {
    List<String> lines = split("x".repeat(1_000_000), 8192);

    assertThat(String.join("", lines)).hasSize(1_000_000);
    assertThat(lines).hasSizeGreaterThan(10).allMatch(line -> line.length() <= 64 << 10);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\r\n\0\u001bü ").ofMaxLength(60);
  }

  private static List<String> split(String text, int chunk) {
    List<String> lines = new ArrayList<>();
    LineSplitter splitter = new LineSplitter(lines::add);
    for (int at = 0; at < text.length(); at += chunk) {
      String part = text.substring(at, Math.min(text.length(), at + chunk));
      splitter.append(part.toCharArray(), part.length());
    }
    splitter.end();
    return lines;
  }
}
