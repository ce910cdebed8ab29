package io.safeupdate.activities.database;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an abandoned database has and the live one has not.
 *
 * @param tables rows more, by {@code schema.table}; only tables with more
 * @param note why nothing was counted
 */
public record MoreRows(SortedMap<String, Long> tables, Optional<String> note) {
  public MoreRows {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }
}
