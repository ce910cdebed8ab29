package io.safeupdate.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Names of branches and tags, as people and remotes give them. */
class NamesTest {

  @Property(tries = 60)
  void git_allows_every_ref_that_a_name_can_mean(@ForAll("names") String name) throws Exception {
    for (String ref : Names.refsFor(name)) {
      assertThat(ref.equals("HEAD") || isAllowed(ref)).as(ref).isTrue();
    }
  }

  @Test
  void a_name_with_quotes_blanks_of_no_kind_and_dollars_is_legal() {
    assertThat(Names.refsFor("feature/ü'\"$(x)"))
        .isEqualTo(List.of("refs/heads/feature/ü'\"$(x)", "refs/tags/feature/ü'\"$(x)"));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("ab/.-@{}~^:?*[\\ \n'\"$()ü").ofMaxLength(12);
  }

  private static boolean isAllowed(String ref) throws IOException, InterruptedException {
    return new ProcessBuilder("git", "check-ref-format", ref).start().waitFor() == 0;
  }
}
