package io.safeupdate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operations left on the machine although nobody needs it, and nothing tells of it. */
final class Leftovers {
  private final Host host;
  private final GuestBook book;

  private Leftovers(Host host, GuestBook book) {
    this.host = host;
    this.book = book;
  }

  /** In words; empty: nothing. */
  static List<String> of(Host host, GuestBook book) {
    Leftovers left = new Leftovers(host, book);
    List<String> found = new ArrayList<>();
    found.addAll(left.containers());
    found.addAll(left.databases());
    found.addAll(left.exports());
    found.addAll(left.preparedImages());
    found.addAll(left.locks());
    return found;
  }

  private List<String> containers() {
    return docker(
        "ps",
        "-a",
        "--format",
        "{{.Names}}",
        "--filter",
        "label=safe-update.operation",
        "--filter",
        "label=com.docker.compose.project=" + book.project());
  }

  /** A database that a receipt or a restore point names is kept on purpose. */
  private List<String> databases() {
    String told =
        text(host.state().resolve("receipts")) + text(host.state().resolve("deployments"));
    String live = book.sql("select current_database()");
    return book.databases().stream()
        .filter(name -> !name.equals(live) && !name.equals("postgres"))
        .filter(name -> !told.contains(name))
        .toList();
  }

  /** Texts of all receipts, or of all manifests of restore points. */
  private static String text(Path directory) {
    if (!Files.exists(directory)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.endsWith("manifest.json") || file.getParent().endsWith("receipts"))
          .filter(Files::isRegularFile)
          .map(Leftovers::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> exports() {
    return list(book.directory()).filter(name -> name.startsWith(".checkout.safe-update")).toList();
  }

  /** Images that were prepared for an operation which has ended. */
  private List<String> preparedImages() {
    List<String> tags =
        list(host.state().resolve("receipts"))
            .map(receipt -> receipt.replace(".json", ""))
            .map(operation -> operation.substring(operation.length() - 12) + "-new")
            .toList();
    return docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}").stream()
        .filter(image -> tags.stream().anyMatch(image::endsWith))
        .filter(this::isOfThisHost)
        .toList();
  }

  /** Whoever shares the state directory may have reasons of its own. */
  private boolean isOfThisHost(String image) {
    return host.deployments().stream().anyMatch(name -> image.contains("/" + name + "/"));
  }

  private List<String> locks() {
    return host.deployments().stream()
        .map(name -> host.state().resolve("deployments").resolve(name).resolve("lock.json"))
        .filter(Files::exists)
        .map(Path::toString)
        .toList();
  }

  private static Stream<String> list(Path directory) {
    if (!Files.exists(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return Run.of(book.checkout(), java.util.Map.of(), command).orFail().text().lines().toList();
  }
}
