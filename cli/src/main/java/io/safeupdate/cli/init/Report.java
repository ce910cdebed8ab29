package io.safeupdate.cli.init;

import java.util.List;

/**
 * What {@code init --json} prints.
 *
 * @param file the configuration that was written
 */
record Report(
    String file, String deployment, List<Findings.Finding> findings, List<String> warnings) {}
