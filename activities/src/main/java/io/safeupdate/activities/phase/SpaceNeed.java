package io.safeupdate.activities.phase;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.safeupdate.workflows.contract.Plan.DiskNeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What a place needs of the file system that it is on.
 *
 * @param device the file system's number; empty: not known
 * @param remedy what a person may do about it
 */
record SpaceNeed(DiskNeed disk, OptionalLong device, String remedy) {

  /** What a directory of this host needs; empty where it is none of this host. */
  static Optional<SpaceNeed> local(
      String what, Path directory, LongSupplier needed, String remedy) {
    Path existing = directory;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return Optional.empty();
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      OptionalLong device = OptionalLong.of((Long) Files.getAttribute(existing, "unix:dev"));
      String where = "%s (%s)".formatted(what, directory);
      return Optional.of(
          new SpaceNeed(new DiskNeed(where, needed.getAsLong(), free), device, remedy));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean fits() {
    return disk.free() >= disk.needed();
  }

  /** Of needs that fit, those that do not fit together, a sum for each file system. */
  static List<DiskNeed> tooMuchTogether(List<SpaceNeed> needs) {
    Map<Long, List<SpaceNeed>> sharing =
        needs.stream()
            .filter(need -> need.device.isPresent() && need.fits())
            .collect(groupingBy(need -> need.device.getAsLong(), LinkedHashMap::new, toList()));
    return sharing.values().stream()
        .map(SpaceNeed::sum)
        .filter(sum -> sum.free() < sum.needed())
        .toList();
  }

  private static DiskNeed sum(List<SpaceNeed> needs) {
    String where = needs.stream().map(need -> need.disk.where()).collect(joining(", "));
    long needed = needs.stream().mapToLong(need -> need.disk.needed()).sum();
    long free = needs.stream().mapToLong(need -> need.disk.free()).min().orElseThrow();
    return new DiskNeed(where, needed, free);
  }
}
