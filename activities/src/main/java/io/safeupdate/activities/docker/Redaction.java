package io.safeupdate.activities.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.safeupdate.activities.process.SecretMask;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Takes out of a resolved model what may be secret, by where it stands rather than by how it looks.
 * Names stay, for they tell what was set.
 */
final class Redaction {
  private static final TextNode STARS = TextNode.valueOf("***");

  /** Maps whose values are anybody's. */
  private static final Set<String> SETTINGS =
      Set.of("environment", "args", "labels", "annotations", "driver_opts", "options");

  private static final Set<String> COMMAND_LINES = Set.of("command", "entrypoint", "test");

  /** Files given in place. */
  private static final String CONTENT = "content";

  /** Whatever people keep for themselves, such as the anchors of an environment. */
  private static final String EXTENSION = "x-";

  private static final Pattern CREDENTIALS_IN_URL = Pattern.compile("://[^/@\\s\"]+@");
  private static final Pattern OPTION =
      Pattern.compile("(?:^|\\s)-{1,2}([\\w-]+)(?:=|\\s+)([^\\s-]\\S*)");

  private final ObjectNode model;

  Redaction(ObjectNode model) {
    this.model = model.deepCopy();
  }

  ObjectNode applied() {
    clean(model);
    return model;
  }

  /** Hides the values of options on command lines whose names tell that they are secret. */
  static SecretMask argumentsOf(ObjectNode model) {
    SecretMask mask = SecretMask.NOTHING;
    for (String field : COMMAND_LINES) {
      for (JsonNode line : model.findValues(field)) {
        Matcher option = OPTION.matcher(words(line));
        while (option.find()) {
          mask = mask.and(SecretMask.ofEnvironment(Map.of(option.group(1), option.group(2))));
        }
      }
    }
    return mask;
  }

  private static String words(JsonNode line) {
    return line.isTextual()
        ? line.asText()
        : StreamSupport.stream(line.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(" "));
  }

  private static void clean(ObjectNode object) {
    for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
      if (field.getKey().startsWith(EXTENSION)) {
        object.remove(field.getKey());
      } else {
        object.set(field.getKey(), cleaned(field.getKey(), field.getValue()));
      }
    }
  }

  private static JsonNode cleaned(String name, JsonNode value) {
    if (SETTINGS.contains(name) && value instanceof ObjectNode settings) {
      settings.fieldNames().forEachRemaining(key -> settings.set(key, STARS));
    } else if (name.equals(CONTENT) && value.isTextual()) {
      return STARS;
    } else if (value instanceof ObjectNode object) {
      clean(object);
    } else if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, cleaned("", list.get(i)));
      }
    } else if (value.isTextual()) {
      return TextNode.valueOf(CREDENTIALS_IN_URL.matcher(value.asText()).replaceAll("://***@"));
    }
    return value;
  }
}
