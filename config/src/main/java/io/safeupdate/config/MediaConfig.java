package io.safeupdate.config;

import java.util.Optional;

/**
 * Where the files are that users uploaded.
 *
 * @param service the compose service that has them
 * @param path the directory inside its container
 */
public record MediaConfig(String service, String path) {

  static Optional<MediaConfig> read(Section section) {
    Optional<String> service = section.required("service", NameRule.SERVICE);
    Optional<String> path = section.required("path", Parsers::containerPath);
    return service.flatMap(it -> path.map(directory -> new MediaConfig(it, directory)));
  }
}
