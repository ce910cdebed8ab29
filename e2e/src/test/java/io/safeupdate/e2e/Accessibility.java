package io.safeupdate.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What axe-core finds on a page: what keeps people with disabilities from using it. */
final class Accessibility {
  private static final String AXE = axe();

  /** Colours too, which axe leaves undecided where it cannot compute them: that is a finding. */
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        found => done({
          passes: found.passes.length,
          violations: found.violations
            .filter(it => it.impact === 'serious' || it.impact === 'critical')
            .map(it => it.impact + ' ' + it.id + ': ' + it.help + '\\n'
              + it.nodes.map(node => '  ' + node.html + '\\n  ' + node.failureSummary).join('\\n'))
        }),
        wrong => done({passes: 0, violations: [String(wrong)]}));
      """;

  private Accessibility() {}

  /** Serious and critical findings, with the elements that have them; empty: none. */
  static List<String> findings(Browser browser) {
    browser.ask(AXE);
    Map<?, ?> found = (Map<?, ?>) browser.askAndWait(RUN);
    if (((Number) found.get("passes")).intValue() == 0) {
      throw new AssertionError("axe looked at nothing on " + browser.address() + ": " + found);
    }
    return ((List<?>) found.get("violations")).stream().map(String::valueOf).toList();
  }

  private static String axe() {
    try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
