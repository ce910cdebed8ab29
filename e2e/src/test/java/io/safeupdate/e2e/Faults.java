package io.safeupdate.e2e;

import io.safeupdate.e2e.fault.Act;
import io.safeupdate.e2e.fault.Armed;
import io.safeupdate.e2e.fault.FaultAgent;
import io.safeupdate.e2e.fault.FaultInterceptor;
import io.temporal.common.interceptors.WorkerInterceptor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Faults that an {@code up} of the tests meets at named points. They reach it as an agent on its
 * command line: whoever may start a workflow cannot put them in.
 */
final class Faults {
  private static final int UNDO_ATTEMPTS = 4;

  private final Path jar;
  private final Path directory;
  private final Armed armed;

  private Faults(Path jar, Path directory) {
    this.jar = jar;
    this.directory = directory;
    this.armed = new Armed(directory);
  }

  /** With a jar and the armed faults below a directory. */
  static Faults in(Path directory) {
    try {
      Path armed = Files.createDirectories(directory.resolve("armed"));
      Path jar = directory.resolve("faults.jar");
      write(jar);
      return new Faults(jar, armed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", FaultAgent.class.getName());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Path type : classes()) {
        put(out, packagePath() + type.getFileName(), Files.readAllBytes(type));
      }
      String provider = FaultInterceptor.class.getName();
      put(
          out,
          "META-INF/services/" + WorkerInterceptor.class.getName(),
          provider.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static String packagePath() {
    return FaultAgent.class.getPackageName().replace('.', '/') + "/";
  }

  private static List<Path> classes() throws IOException {
    try (Stream<Path> files = Files.list(compiled().resolve(packagePath()))) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static Path compiled() {
    try {
      return Path.of(FaultAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** What the JVM of the {@code up} takes. */
  String option() {
    return "-javaagent:%s=%s".formatted(jar, directory);
  }

  Faults before(String step, Act act) {
    armed.arm(step, "before", act, 1);
    return this;
  }

  Faults after(String step, Act act) {
    armed.arm(step, "after", act, 1);
    return this;
  }

  /** An undo is tried several times before anybody is asked. */
  void failUntilAPersonIsAsked(String undo) {
    armed.arm(undo, "before", Act.ERROR, UNDO_ATTEMPTS);
  }

  Armed armed() {
    return armed;
  }
}
