package io.safeupdate.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many lines a list may have. */
final class Limit implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String word) {
    if (!word.matches("[1-9]\\d{0,3}")) {
      throw new TypeConversionException("\"" + word + "\" is no number from 1 to 9999");
    }
    return Integer.valueOf(word);
  }
}
