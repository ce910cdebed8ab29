package io.safeupdate.e2e.fault;

/** Brings {@link FaultInterceptor} onto the class path, and tells it where its faults are armed. */
public final class FaultAgent {
  static final String DIRECTORY = "safe-update.faults";

  private FaultAgent() {}

  /** What the JVM calls before the program: the argument behind the agent's jar. */
  public static void premain(String directory) {
    System.setProperty(DIRECTORY, directory);
  }
}
