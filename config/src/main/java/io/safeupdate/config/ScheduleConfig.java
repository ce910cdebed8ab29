package io.safeupdate.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is done by itself, and when; what is empty is not.
 *
 * @param timezone where the times are those of the clock
 * @param backup makes a verified backup
 * @param trialRestore makes a backup and restores it into a scratch database
 * @param media makes an archive of the user files
 * @param export copies the backups out of the container
 * @param exportTo where to; below one of {@code exportRoots}
 */
public record ScheduleConfig(
    ZoneId timezone,
    Optional<Timetable> backup,
    Optional<Timetable> trialRestore,
    Optional<Timetable> media,
    Optional<Timetable> export,
    Optional<Path> exportTo) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** Nothing is done by itself. */
  public static ScheduleConfig defaults() {
    return new ScheduleConfig(
        UTC,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What is done by itself, by the key that it has in the file. */
  public Map<String, Timetable> tasks() {
    Map<String, Timetable> tasks = new LinkedHashMap<>();
    backup.ifPresent(it -> tasks.put("backup", it));
    trialRestore.ifPresent(it -> tasks.put("trialRestore", it));
    media.ifPresent(it -> tasks.put("media", it));
    export.ifPresent(it -> tasks.put("export", it));
    return Collections.unmodifiableMap(tasks);
  }

  static Optional<ScheduleConfig> read(Section section) {
    Optional<ZoneId> timezone = section.optional("timezone", ScheduleConfig::zone);
    Optional<Timetable> backup = section.optional("backup", Timetables::parse);
    Optional<Timetable> trialRestore = section.optional("trialRestore", Timetables::parse);
    Optional<Timetable> media = section.optional("media", Timetables::parse);
    Optional<Timetable> export = section.optional("export", Timetables::parse);
    Optional<Path> exportTo = section.optional("exportTo", section.paths());
    if (section.value("export").isPresent() && section.value("exportTo").isEmpty()) {
      section.reject("exportTo", "is missing, and there is `export`", "add `exportTo: …` here");
    }
    return Optional.of(
        new ScheduleConfig(timezone.orElse(UTC), backup, trialRestore, media, export, exportTo));
  }

  /** Only names: what an offset means in summer is not what people think. */
  private static ZoneId zone(String text) throws Rejection {
    try {
      ZoneId zone = ZoneId.of(text);
      if (zone instanceof ZoneOffset || !ZoneId.getAvailableZoneIds().contains(text)) {
        throw noZone(text);
      }
      return zone;
    } catch (DateTimeException e) {
      throw noZone(text);
    }
  }

  private static Rejection noZone(String text) {
    return new Rejection(
        "is not the name of a time zone",
        Nearest.of(text, new TreeSet<>(ZoneId.getAvailableZoneIds()))
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("write one such as Europe/Berlin or UTC"));
  }
}
