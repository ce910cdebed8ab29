package io.safeupdate.config;

/** Turns the text of one value into what it means. */
@FunctionalInterface
interface Parser<T> {
  T parse(String text) throws Rejection;
}
