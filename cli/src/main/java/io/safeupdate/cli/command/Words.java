package io.safeupdate.cli.command;

import io.safeupdate.api.access.Role;
import io.safeupdate.workflows.contract.Choice;
import io.safeupdate.workflows.contract.FileName;
import io.safeupdate.workflows.contract.OnFailure;
import io.safeupdate.workflows.contract.RefName;
import io.safeupdate.workflows.contract.RestartMode;
import io.safeupdate.workflows.contract.RestoreMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of the contract, and says which there are. */
final class Words {
  private static final Duration MOST = Duration.ofDays(3653);

  private Words() {}

  static final class OnFailureWord implements ITypeConverter<OnFailure> {
    @Override
    public OnFailure convert(String word) {
      return read(OnFailure::of, word, "rollback, hold");
    }
  }

  static final class RestoreModeWord implements ITypeConverter<RestoreMode> {
    @Override
    public RestoreMode convert(String word) {
      return read(RestoreMode::of, word, "auto, snapshot, swap, command");
    }
  }

  static final class RestartModeWord implements ITypeConverter<RestartMode> {
    @Override
    public RestartMode convert(String word) {
      return read(RestartMode::of, word, "changed, all");
    }
  }

  static final class ChoiceWord implements ITypeConverter<Choice> {
    @Override
    public Choice convert(String word) {
      return read(Choice::of, word, "retry, rollback, abandon");
    }
  }

  static final class RoleWord implements ITypeConverter<Role> {
    @Override
    public Role convert(String word) {
      return read(Role::of, word, "viewer, operator, admin");
    }
  }

  /** How long something lives; ISO 8601. */
  static final class LifeWord implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String word) {
      Duration life = read(LifeWord::parsed, word, "P90D, PT8H and the like");
      if (life.isNegative() || life.isZero() || life.compareTo(MOST) > 0) {
        throw new TypeConversionException("\"" + word + "\" is no time from now to in ten years");
      }
      return life;
    }

    private static Duration parsed(String word) {
      try {
        return Duration.parse(word);
      } catch (DateTimeParseException wrong) {
        throw new IllegalArgumentException(wrong);
      }
    }
  }

  /** A branch, tag or commit. */
  static final class RefWord implements ITypeConverter<String> {
    @Override
    public String convert(String word) {
      if (!RefName.isUsable(word)) {
        throw new TypeConversionException("\"" + word + "\" is no name of a branch, tag or commit");
      }
      return word;
    }
  }

  /** A backup or an archive. */
  static final class FileWord implements ITypeConverter<String> {
    @Override
    public String convert(String word) {
      if (!FileName.isUsable(word)) {
        throw new TypeConversionException(
            "\"" + word + "\" is no name of a file: give it alone, without its directory");
      }
      return word;
    }
  }

  private static <T> T read(Function<String, T> reader, String word, String known) {
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("\"" + word + "\" is none of " + known);
    }
  }
}
