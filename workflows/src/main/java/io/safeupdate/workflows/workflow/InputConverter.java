package io.safeupdate.workflows.workflow;

import io.safeupdate.workflows.contract.Decision;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

/**
 * JSON as Temporal reads and writes it by default, which refuses unknown fields; but what people
 * type is refused with an example of what is right.
 */
final class InputConverter extends JacksonJsonPayloadConverter {
  private static final int LONGEST_REASON = 300;
  private static final Map<Class<?>, String> EXAMPLES =
      Map.of(InspectRequest.class, Requests.EXAMPLE, Decision.class, Decisions.EXAMPLE);

  @Override
  public <T> T fromData(Payload content, Class<T> valueClass, Type valueType) {
    try {
      return super.fromData(content, valueClass, valueType);
    } catch (DataConverterException mistyped) {
      throw OperationType.taking(valueClass)
          .map(OperationType::example)
          .or(() -> Optional.ofNullable(EXAMPLES.get(valueClass)))
          .map(example -> refusal(mistyped, example))
          .orElse(mistyped);
    }
  }

  /** Without its cause, which may repeat a megabyte of input and so be too long to be recorded. */
  private static DataConverterException refusal(DataConverterException mistyped, String example) {
    return new DataConverterException(
        "Invalid input: " + reason(mistyped.getCause()) + ". A right input: " + example);
  }

  /** What Jackson says, without where its parser stood. */
  private static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    int end = message.indexOf('\n');
    return Requests.shortened(end < 0 ? message : message.substring(0, end), LONGEST_REASON);
  }
}
