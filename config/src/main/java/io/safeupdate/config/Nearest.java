package io.safeupdate.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word a person probably meant. */
final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  /** The closest of the known words; empty when none is close. */
  static Optional<String> of(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = plain(written);
    int furthest = Math.max(1, wanted.length() / 3);
    return known.stream()
        .filter(word -> distance(wanted, plain(word)) <= furthest)
        .min(Comparator.comparingInt(word -> distance(wanted, plain(word))));
  }

  /** {@code compose_files}, {@code compose-files} and {@code composefiles} are one word. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** How many letters to insert, drop, replace or swap with their neighbour. */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] =
            i == 0 || j == 0 ? i + j : cheapest(cost, from.substring(0, i), to.substring(0, j));
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to) {
    int i = from.length();
    int j = to.length();
    int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
