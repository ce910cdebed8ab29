package io.safeupdate.activities.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An archive of the user files, as its manifest {@code NAME.json} tells. The manifest is written
 * last: without it, the archive does not count.
 *
 * @param name made of time and operation
 * @param madeAt when the reading began
 * @param commit that the checkout was at
 * @param service whose files they are
 * @param path of their directory in the service's container
 * @param volume where they lie: {@code volume NAME}, {@code bind /PATH} or {@code image}
 * @param root name of the archive's topmost directory
 * @param entries in the archive, its topmost directory among them
 * @param topLevel how many of them lie right in that directory
 * @param contentBytes of all files together
 * @param tarBytes of the archive, unpacked
 * @param bytes of the archive
 * @param sha256 of the archive, as it was read back
 * @param filesSha256 of {@code NAME.files.jsonl}, which has a line for each entry
 * @param verifiedAt when it was read to its end last
 * @param notes what a person should know of
 */
public record MediaArchive(
    int schemaVersion,
    String name,
    Packing packing,
    Instant madeAt,
    String deployment,
    String operation,
    Optional<String> commit,
    String service,
    String path,
    String volume,
    String root,
    long entries,
    long topLevel,
    long contentBytes,
    long tarBytes,
    long bytes,
    String sha256,
    String filesSha256,
    Instant verifiedAt,
    String verifiedHow,
    List<String> notes) {

  static final int SCHEMA_VERSION = 1;

  public MediaArchive {
    notes = List.copyOf(notes);
  }

  /** The archive's file name. */
  public String file() {
    return name + packing.extension();
  }

  /** The same archive, read to its end once more. */
  MediaArchive verified(Instant at) {
    return new MediaArchive(
        schemaVersion,
        name,
        packing,
        madeAt,
        deployment,
        operation,
        commit,
        service,
        path,
        volume,
        root,
        entries,
        topLevel,
        contentBytes,
        tarBytes,
        bytes,
        sha256,
        filesSha256,
        at,
        "read and unpacked to its end",
        notes);
  }
}
