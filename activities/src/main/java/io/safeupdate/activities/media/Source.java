package io.safeupdate.activities.media;

import java.util.Optional;

/**
 * Whose files are taken, and under which name.
 *
 * @param name of the archive
 * @param volume where the files lie, in words
 */
public record Source(
    String name,
    String deployment,
    String operation,
    Optional<String> commit,
    String service,
    String path,
    String volume) {}
