package io.safeupdate.api.openapi;

import io.safeupdate.api.rest.Problem;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says of each method what its Javadoc says, and how it answers. */
final class Described extends AbstractOpenAPIExtension {
  private final Javadoc javadoc;

  Described(Javadoc javadoc) {
    this.javadoc = javadoc;
  }

  @Override
  public void decorateOperation(
      Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
    Class<?> resource = method.getDeclaringClass();
    String tag = resource.getSimpleName().replace("Resource", "").toLowerCase(Locale.ROOT);
    operation.setOperationId(tag + "." + method.getName());
    operation.setTags(List.of(tag));
    javadoc.of(resource, method.getName()).ifPresent(words -> tell(operation, words));
    Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
        .filter(parameter -> parameter.getDescription() == null)
        .forEach(parameter -> describe(parameter, method));
    answer(operation);
    super.decorateOperation(operation, method, chain);
  }

  private static void tell(Operation operation, String words) {
    String[] parts = words.split("(?<=\\.) ", 2);
    operation.setSummary(parts[0].replaceAll("\\.$", ""));
    if (parts.length > 1) {
      operation.setDescription(parts[1]);
    }
  }

  private void describe(Parameter parameter, Method method) {
    javadoc
        .of(method.getDeclaringClass(), method.getName(), parameter.getName())
        .ifPresent(parameter::setDescription);
  }

  /** The generator calls an answer whose status nobody names {@code default}. */
  private static void answer(Operation operation) {
    ApiResponses responses = operation.getResponses();
    ApiResponse good = responses.remove(ApiResponses.DEFAULT);
    if (good != null) {
      responses.addApiResponse("200", good.description("As asked"));
    }
    responses.addApiResponse(
        ApiResponses.DEFAULT,
        new ApiResponse()
            .description("Why not")
            .content(
                new Content()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        new MediaType()
                            .schema(new Schema<>().$ref(RefUtils.constructRef("Problem"))))));
  }
}
