package io.safeupdate.cli.terminal;

import java.util.Optional;

/** Whoever can be asked something. */
public interface Keyboard {
  /** Nobody: a script, a service, a pipe. */
  Keyboard NONE =
      new Keyboard() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public Optional<String> line() {
          return Optional.empty();
        }
      };

  /** Whether somebody sits there. */
  boolean isThere();

  /** The next line that is typed; empty: there will be none. */
  Optional<String> line();
}
