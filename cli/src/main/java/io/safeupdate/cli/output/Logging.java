package io.safeupdate.cli.output;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go: warnings to stderr; all that is of interest to a file in the state directory,
 * once it is known where that is. Set up in code, because a file of settings takes a tenth of a
 * second to read.
 */
public final class Logging {
  private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss'Z',UTC} %-5level %logger{20} %msg%n";

  /** Where a person looks: without stack traces, which are in the file. */
  private static final String BRIEF = "%d{yyyy-MM-dd'T'HH:mm:ss'Z',UTC} %-5level %msg%n%nopex";

  private static final String OURS = "io.safeupdate";
  private static final String FILES = "logs";
  private static final FileSize LARGEST = new FileSize(10 * FileSize.MB_COEFFICIENT);

  private Logging() {}

  /** Our own warnings go to stderr, and errors of any library. */
  static void toConsole(LoggerContext context) {
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setTarget("System.err");
    console.addFilter(new ForPeople());
    start(console, context, BRIEF);
    root(context).setLevel(Level.WARN);
  }

  /** Temporal warns of each failing step with a stack trace: to us, that is an ordinary day. */
  private static final class ForPeople extends Filter<ILoggingEvent> {
    @Override
    public FilterReply decide(ILoggingEvent event) {
      Level least = event.getLoggerName().startsWith(OURS) ? Level.WARN : Level.ERROR;
      return event.getLevel().isGreaterOrEqual(least) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
  }

  /**
   * Log lines go to a file too.
   *
   * @param name of the file, without its ending
   */
  public static void toFile(Path stateDirectory, String name) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    String file = stateDirectory.resolve(FILES).resolve(name + ".log").toString();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setFile(file);
    FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
    window.setContext(context);
    window.setParent(appender);
    window.setFileNamePattern(file + ".%i");
    window.setMaxIndex(5);
    window.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(LARGEST);
    size.start();
    appender.setRollingPolicy(window);
    appender.setTriggeringPolicy(size);
    start(appender, context, LINE);
    context.getLogger(OURS).setLevel(Level.INFO);
  }

  private static void start(
      OutputStreamAppender<ILoggingEvent> appender, LoggerContext context, String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    root(context).addAppender(appender);
  }

  private static ch.qos.logback.classic.Logger root(LoggerContext context) {
    return context.getLogger(Logger.ROOT_LOGGER_NAME);
  }
}
