package io.safeupdate.activities.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.safeupdate.workflows.contract.activity.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operation set out to do on this host, in {@code journal.jsonl} of its record: a line for
 * the beginning of each attempt at a step, on the disk before the step touches anything, and one
 * for its end. It outlives the operation's run in Temporal, so it tells how far one came that was
 * terminated there.
 */
public final class StepJournal {
  private static final ObjectMapper LINES = JsonFile.lines();
  private static final String DONE = "done";

  private final Path file;
  private final Clock clock;

  /**
   * @param record the operation's directory; made by the first entry
   */
  public StepJournal(Path record, Clock clock) {
    this.file = record.resolve("journal.jsonl");
    this.clock = clock;
  }

  /**
   * A line of the journal.
   *
   * @param step the name, such as {@code pull} or {@code undo-pull}
   * @param attempt from 1, as Temporal counts
   * @param ended empty: it begins; else {@code done} or the type of its failure
   */
  public record Entry(Instant at, String step, int round, int attempt, Optional<String> ended) {
    boolean isDone() {
      return ended.filter(DONE::equals).isPresent();
    }
  }

  /** Notes that an attempt begins; it is on the disk when this returns. */
  public void begins(Step step, int attempt) {
    append(step, attempt, Optional.empty());
  }

  /** Notes that an attempt ended well. */
  public void done(Step step, int attempt) {
    append(step, attempt, Optional.of(DONE));
  }

  /** Notes that an attempt failed, and by which type of failure. */
  public void failed(Step step, int attempt, String type) {
    append(step, attempt, Optional.of(type));
  }

  /** Whether the host knows of the operation at all. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Whether an attempt at a step began, whatever became of it. */
  public boolean began(String step) {
    return entries().stream().anyMatch(entry -> entry.step().equals(step));
  }

  /** Whether a step ended well. */
  public boolean isDone(String step) {
    return entries().stream().anyMatch(entry -> entry.step().equals(step) && entry.isDone());
  }

  /** All of it, in the order it happened. A last line that a power cut tore is no entry. */
  public List<Entry> entries() {
    if (!exists()) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(StepJournal::entry).flatMap(Optional::stream).toList();
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  private static Optional<Entry> entry(String line) {
    try {
      return Optional.of(LINES.readValue(line, Entry.class));
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }

  private void append(Step step, int attempt, Optional<String> ended) {
    Entry entry = new Entry(clock.instant(), step.name(), step.round(), attempt, ended);
    try {
      // It begins with the line's end, so that a torn line spoils none but itself.
      Durable.append(
          file, ("\n" + LINES.writeValueAsString(entry)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }
}
