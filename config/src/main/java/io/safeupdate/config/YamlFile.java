package io.safeupdate.config;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses the text of one YAML document. */
final class YamlFile {
  private static final int DEEPEST = 50;

  private final String text;
  private final Problems problems;

  YamlFile(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /**
   * Reports duplicate keys and the like, and goes on.
   *
   * @throws ConfigException when it is not YAML, or not a mapping
   */
  YamlNode.Mapping mapping() {
    YamlNode root =
        compose()
            .map(node -> new YamlTree(problems).tree(node))
            .filter(node -> !(node instanceof YamlNode.Scalar scalar && scalar.isNothing()))
            .orElseThrow(
                () -> fatal(Place.file(), "is empty", "write one with `safe-update init DIR`"));
    if (root instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw fatal(
        Place.at(root.line(), KeyPath.ROOT),
        "the file must hold keys and values",
        "start from config/samples/safe-update.yml");
  }

  /** Empty when there are only comments. */
  private Optional<Node> compose() {
    try {
      return Optional.ofNullable(new Yaml(options()).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      throw notYaml(lineOf(e), e.getProblem());
    } catch (ReaderException e) {
      throw notYaml(lineAt(e.getPosition()), "a character that text does not have");
    } catch (YAMLException e) {
      throw fatal(Place.file(), "is not YAML that is read here: " + e.getMessage(), "simplify it");
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(SourceFile.MOST_BYTES);
    return options;
  }

  private static int lineOf(MarkedYAMLException e) {
    return Optional.ofNullable(e.getProblemMark()).map(Mark::getLine).orElse(0) + 1;
  }

  private int lineAt(int position) {
    return 1 + (int) text.codePoints().limit(position).filter(point -> point == '\n').count();
  }

  private ConfigException notYaml(int line, String why) {
    String remedy =
        text.lines().skip(line - 1L).findFirst().filter(it -> it.contains("${")).isPresent()
            ? "put \"${…}\" in quotes where it stands between { } or [ ]"
            : "check the indentation (spaces, not tabs) and the quotes here and in the lines above";
    String message = "is not YAML: " + Shown.printable(String.valueOf(why));
    return fatal(Place.at(line, KeyPath.ROOT), message, remedy);
  }

  private ConfigException fatal(Place place, String message, String remedy) {
    return problems.fatal(place, message, remedy);
  }
}
