package io.safeupdate.e2e;

import java.util.ArrayList;
import java.util.List;

/**
 * What was seen of a cell.
 *
 * @param ending how the update ended
 * @param seconds how long the cell took
 * @param remark what is worth knowing although it holds; empty: nothing
 * @param problems why it does not hold; empty: it does
 */
record Finding(Cell cell, String ending, long seconds, String remark, List<String> problems) {
  Finding with(String problem) {
    List<String> more = new ArrayList<>(problems);
    more.add(problem);
    return new Finding(cell, ending, seconds, remark, more);
  }

  boolean holds() {
    return problems.isEmpty();
  }
}
