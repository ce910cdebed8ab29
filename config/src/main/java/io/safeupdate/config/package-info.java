/** The configuration file: records, their defaults, and the loader whose errors name file, key, value and remedy. */
package io.safeupdate.config;
