package io.safeupdate.activities.database;

/** How rows were counted. */
public enum Counts {
  /** One by one. */
  EXACT,
  /** From the planner's statistics: fast whatever the size, and only roughly right. */
  ESTIMATED
}
