package io.safeupdate.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The keyboard of this process, where its input comes from a terminal. */
final class ProcessKeyboard implements Keyboard {

  @Override
  public boolean isThere() {
    return ProcessScreen.of(0).isTerminal();
  }

  @Override
  public Optional<String> line() {
    try {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return Optional.ofNullable(input.readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
