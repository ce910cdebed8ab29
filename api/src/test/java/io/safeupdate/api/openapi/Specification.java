package io.safeupdate.api.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.jackson.Jackson;
import io.safeupdate.api.rest.DeploymentResource;
import io.safeupdate.api.rest.DeploymentsResource;
import io.safeupdate.api.rest.LooksResource;
import io.safeupdate.api.rest.OperationsResource;
import io.safeupdate.api.rest.Problem;
import io.safeupdate.api.rest.StartsResource;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.DefaultParameterExtension;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The description of the REST interface, made from its resources. */
final class Specification {
  private static final Set<Class<?>> RESOURCES =
      new LinkedHashSet<>(
          List.of(
              DeploymentsResource.class,
              DeploymentResource.class,
              LooksResource.class,
              StartsResource.class,
              OperationsResource.class));

  private static final Path[] SOURCES = {
    Path.of("src/main/java"), Path.of("../workflows/src/main/java/io/safeupdate/workflows")
  };

  private Specification() {}

  /** As it is committed: the same for the same code, word for word. */
  static String json() {
    Javadoc javadoc = Javadoc.of(SOURCES);
    Records records = new Records(javadoc);
    OpenAPIExtensions.setExtensions(
        List.of(new Described(javadoc), new DefaultParameterExtension()));
    ModelConverters converters = ModelConverters.getInstance(true);
    converters.addConverter(new ModelResolver(mapper()).openapi31(true));
    converters.addConverter(records);
    OpenAPI described = new Reader(configuration()).read(RESOURCES);
    converters.readAllAsResolvedSchema(Problem.class);
    converters.readAll(Problem.class).forEach(described.getComponents()::addSchemas);
    records.complete(described.getComponents().getSchemas());
    return Json31.pretty(described) + "\n";
  }

  private static ObjectMapper mapper() {
    return Jackson.newObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }

  private static SwaggerConfiguration configuration() {
    OpenAPI frame =
        new OpenAPI(SpecVersion.V31)
            .openapi("3.1.0")
            .info(new Info().title("Safe Update").version("1"));
    return new SwaggerConfiguration().openAPI31(true).sortOutput(true).openAPI(frame);
  }
}
