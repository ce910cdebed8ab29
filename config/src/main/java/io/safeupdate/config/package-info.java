/**
 * The configuration file: records, their defaults, and the loader whose errors name file, key,
 * value and remedy.
 *
 * <p>{@link io.safeupdate.config.ConfigLoader} takes a file through four hands: {@code SourceFile}
 * makes text of bytes, {@code YamlFile} and {@code YamlTree} make a tree of located nodes, {@code
 * Section} and {@code Value} give the tree's values their types, and each record reads its own
 * section. A new key is a component of a record, a line in that record's {@code read}, a row in
 * {@code docs/configuration.md} and a line in the sample; tests hold the four together.
 */
package io.safeupdate.config;
