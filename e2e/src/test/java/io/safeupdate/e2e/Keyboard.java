package io.safeupdate.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openqa.selenium.Keys;

/** A walk through a page with the tabulator. */
final class Keyboard {
  private static final String MARK_ALL =
      """
      const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(it => it.type !== 'hidden' && it.checkVisibility());
      all.forEach((it, index) => it.dataset.stop = index);
      return all.length;
      """;

  private static final String FOCUSED =
      """
      const at = document.activeElement, style = getComputedStyle(at);
      const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      return [at.dataset.stop ?? at.nodeName, seen ? '' : at.outerHTML];
      """;

  private Keyboard() {}

  /** What is wrong with the way through all that can be used, in words. */
  static List<String> problems(Browser browser) {
    int stops = ((Number) browser.ask(MARK_ALL)).intValue();
    List<String> reached = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int stop = 0; stop < stops; stop++) {
      List<?> focused = (List<?>) browser.press(Keys.TAB).ask(FOCUSED);
      reached.add(String.valueOf(focused.get(0)));
      if (!focused.get(1).equals("")) {
        problems.add("the focus is not to be seen on " + focused.get(1));
      }
    }
    List<String> inOrder = IntStream.range(0, stops).mapToObj(String::valueOf).toList();
    if (stops == 0 || !reached.equals(inOrder)) {
      problems.add("the tabulator goes to %s instead of %s".formatted(reached, inOrder));
    }
    return problems;
  }
}
