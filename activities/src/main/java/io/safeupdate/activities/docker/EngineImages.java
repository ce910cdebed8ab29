package io.safeupdate.activities.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images' part of {@link DockerEngine}. */
final class EngineImages {
  private final EngineConnection engine;

  EngineImages(EngineConnection engine) {
    this.engine = engine;
  }

  Optional<Engine.Image> image(String idOrReference) {
    return engine.ask(
        "Inspecting image " + idOrReference,
        client -> {
          try {
            return Optional.of(read(client.inspectImageCmd(idOrReference).exec()));
          } catch (NotFoundException e) {
            return Optional.empty();
          }
        });
  }

  List<String> tags(String prefix) {
    return engine.ask("Listing images", client -> client.listImagesCmd().exec()).stream()
        .flatMap(image -> Stream.ofNullable(image.getRepoTags()).flatMap(Arrays::stream))
        .filter(tag -> tag.startsWith(prefix))
        .sorted()
        .toList();
  }

  void tag(String imageId, String reference) {
    ImageReference name = ImageReference.parse(reference);
    engine.ask(
        "Tagging image %s as %s".formatted(imageId, reference),
        client -> client.tagImageCmd(imageId, name.repository(), name.tag()).exec());
  }

  boolean untag(String reference) {
    return engine.ask(
        "Untagging " + reference,
        client -> {
          try {
            client.removeImageCmd(reference).exec();
            return true;
          } catch (NotFoundException e) {
            return true;
          } catch (ConflictException e) {
            return false;
          }
        });
  }

  private static Engine.Image read(InspectImageResponse answer) {
    return new Engine.Image(
        answer.getId(),
        Optional.ofNullable(answer.getRepoTags()).orElse(List.of()),
        Optional.ofNullable(answer.getSize()).orElse(0L),
        Optional.ofNullable(answer.getCreated())
            .map(created -> OffsetDateTime.parse(created).toInstant())
            .orElse(Instant.EPOCH));
  }
}
