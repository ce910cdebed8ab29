package io.safeupdate.config;

/**
 * What is the same all over a file.
 *
 * @param paths for paths relative to the file's directory
 */
record Reading(Problems problems, Interpolation interpolation, PathRule paths) {}
