package io.safeupdate.activities.phase;

import io.safeupdate.workflows.contract.FailureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Keys that the target's env template brings must be in the env file. Names only, never values. */
final class EnvKeysExam implements Examination {
  private static final Pattern KEY =
      Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \\t]*=");
  private static final Pattern TEMPLATE =
      Pattern.compile("(?i).*(?:example|template|sample|dist|default)s?(?:\\..*)?");

  @Override
  public String name() {
    return "env";
  }

  @Override
  public void examine(Findings findings) {
    if (findings.targetModel.isEmpty() || findings.deployment().config().envFile().isEmpty()) {
      return;
    }
    Path envFile = findings.deployment().config().envFile().get();
    Set<String> known = keys(envFile);
    Set<String> missing = new TreeSet<>();
    for (String template : templates(findings, envFile)) {
      missing.addAll(brought(findings, template));
    }
    missing.removeAll(known);
    findings.newEnvKeys = List.copyOf(missing);
    if (missing.isEmpty()) {
      findings.ok(name(), "no new key is missing");
      return;
    }
    findings.fail(
        FailureType.CONFIG_INVALID,
        name(),
        "the new version brings keys that %s has not: %s."
            .formatted(envFile, String.join(", ", missing)),
        "Add each of them with its value (an empty one where it is optional).");
  }

  /** Changed files that look like a template of this env file. */
  private static List<String> templates(Findings findings, Path envFile) {
    return findings.changedPaths.stream().filter(path -> isTemplate(path, envFile)).toList();
  }

  private static boolean isTemplate(String path, Path envFile) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String own = bare(envFile.getFileName().toString());
    String stem = bare(name.replaceAll("[._-]?(?:example|template|sample|dist|default)s?", ""));
    return TEMPLATE.matcher(name).matches() && (stem.equals(own) || stem.equals("env"));
  }

  /** {@code .env_production} and {@code env.production} are one name. */
  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[._-]+", ".").replaceAll("^\\.|\\.$", "");
  }

  /** Keys that a template has at the target and has not now. */
  private static Set<String> brought(Findings findings, String template) {
    Set<String> keys = keys(findings.export.orElseThrow().root().resolve(template));
    keys.removeAll(keys(findings.deployment().checkout().root().resolve(template)));
    return keys;
  }

  private static Set<String> keys(Path file) {
    Set<String> keys = new TreeSet<>();
    if (Files.isRegularFile(file)) {
      KEY.matcher(read(file)).results().map(EnvKeysExam::key).forEach(keys::add);
    }
    return keys;
  }

  private static String key(MatchResult match) {
    return match.group(1);
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
