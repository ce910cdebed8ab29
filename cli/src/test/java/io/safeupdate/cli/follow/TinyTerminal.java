package io.safeupdate.cli.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands as much of a terminal as the live view uses, and shows what would be on it. */
final class TinyTerminal {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\d*)([A-Za-z])");

  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private int row;
  private int column;

  static List<String> show(String output) {
    TinyTerminal terminal = new TinyTerminal();
    terminal.write(output);
    return terminal.lines.stream().map(StringBuilder::toString).toList();
  }

  private void write(String output) {
    Matcher sequence = SEQUENCE.matcher(output);
    for (int at = 0; at < output.length(); ) {
      if (sequence.region(at, output.length()).lookingAt()) {
        obey(sequence.group(2), sequence.group(1));
        at = sequence.end();
      } else {
        write(output.charAt(at));
        at++;
      }
    }
  }

  private void obey(String command, String number) {
    if (command.equals("A")) {
      row = Math.max(0, row - Integer.parseInt(number));
    } else if (command.equals("J")) {
      lines.get(row).setLength(column);
      lines.subList(row + 1, lines.size()).clear();
    }
  }

  private void write(char character) {
    if (character == '\r') {
      column = 0;
    } else if (character == '\n') {
      row++;
      column = 0;
      if (row == lines.size()) {
        lines.add(new StringBuilder());
      }
    } else {
      lines.get(row).setLength(Math.max(column, lines.get(row).length()));
      lines.get(row).replace(column, column + 1, String.valueOf(character));
      column++;
    }
  }
}
