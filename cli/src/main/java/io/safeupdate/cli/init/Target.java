package io.safeupdate.cli.init;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the configuration goes.
 *
 * @param wanted the file that was asked for, absolute
 * @param add whether a file that is there gets one deployment more
 * @param force whether a file that is there is replaced
 */
public record Target(Optional<Path> wanted, boolean add, boolean force) {}
