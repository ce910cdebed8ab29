package io.safeupdate.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says of our records what the generator does not see: that Jackson writes every component, and
 * {@code null} for what is absent.
 */
final class Records implements ModelConverter {
  private final Map<String, Class<?>> seen = new TreeMap<>();
  private final Javadoc javadoc;

  Records(Javadoc javadoc) {
    this.javadoc = javadoc;
  }

  @Override
  public Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType java = TypeFactory.defaultInstance().constructType(type.getType());
    if (java != null && java.getRawClass().isRecord()) {
      seen.put(java.getRawClass().getSimpleName(), java.getRawClass());
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  /** Completes the schemas of the records that were met. */
  @SuppressWarnings("rawtypes") // The library's own.
  void complete(Map<String, Schema> schemas) {
    seen.forEach(
        (name, record) ->
            Optional.ofNullable(schemas.get(name)).ifPresent(schema -> complete(schema, record)));
  }

  private void complete(Schema<?> schema, Class<?> record) {
    javadoc.of(record).ifPresent(schema::setDescription);
    boolean leavesOut = leavesAbsentOut(record);
    for (RecordComponent component : record.getRecordComponents()) {
      boolean isOptional = component.getType().equals(Optional.class);
      if (isOptional && !leavesOut) {
        schema.getProperties().computeIfPresent(component.getName(), (key, it) -> nullable(it));
      }
      if (!isOptional || !leavesOut) {
        schema.addRequiredItem(component.getName());
      }
      javadoc
          .of(record, component.getName())
          .ifPresent(words -> describe(schema, component.getName(), words));
    }
  }

  private static void describe(Schema<?> schema, String component, String words) {
    Optional.ofNullable(schema.getProperties().get(component))
        .ifPresent(property -> property.setDescription(words));
  }

  private static boolean leavesAbsentOut(Class<?> record) {
    JsonInclude include = record.getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_ABSENT;
  }

  @SuppressWarnings({"rawtypes", "unchecked"}) // The library's own schemas are raw.
  private static Schema nullable(Schema schema) {
    if (schema.get$ref() != null) {
      Schema nothing = new Schema<>();
      nothing.setTypes(new LinkedHashSet<>(List.of("null")));
      return new Schema<>().anyOf(Arrays.asList(schema, nothing));
    }
    schema.addType("null");
    if (schema.getEnum() != null) {
      schema.getEnum().add(null);
    }
    return schema;
  }
}
