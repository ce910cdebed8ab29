package io.safeupdate.cli.terminal;

/** What an output stream leads to. */
public interface Screen {
  /** Something that is no terminal: a file, a pipe, a build log. */
  Screen NONE =
      new Screen() {
        @Override
        public boolean isTerminal() {
          return false;
        }

        @Override
        public int columns() {
          return 100;
        }
      };

  /** Whether a person watches it, so that what is written can be redrawn. */
  boolean isTerminal();

  /** How many characters fit in a line now. */
  int columns();
}
