package io.safeupdate.config;

import java.util.Optional;

/**
 * Where the files are that users uploaded.
 *
 * @param service the compose service that has them
 * @param path the directory inside its container
 */
public record MediaConfig(String service, String path, Compression compression) {

  /** How their archives are compressed. */
  public enum Compression {
    /** As fast as a disk. */
    ZST,
    /** Slower, and known to every tool. */
    GZ
  }

  /** Files whose archives are compressed as it is usual. */
  public static MediaConfig of(String service, String path) {
    return new MediaConfig(service, path, Compression.ZST);
  }

  static Optional<MediaConfig> read(Section section) {
    Optional<String> service = section.required("service", NameRule.SERVICE);
    Optional<String> path = section.required("path", Parsers::containerPath);
    Compression compression = section.choice("compression", Compression.ZST);
    return service.flatMap(
        it -> path.map(directory -> new MediaConfig(it, directory, compression)));
  }
}
