package io.safeupdate.workflows.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.safeupdate.workflows.contract.FailureReport;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import org.junit.jupiter.api.Test;

/** Documents that earlier releases left in histories are read by this one. */
class OldDocumentTest {
  private final DataConverter converter = WorkflowTypes.dataConverter();

  @Test
  void a_failure_of_the_time_before_logs_were_kept_has_none() {
    FailureReport read =
        read(
            """
            {"phase": "migrate", "type": "MigrationFailed", "message": "It failed."}""",
            FailureReport.class);

    assertThat(read).isEqualTo(new FailureReport("migrate", "MigrationFailed", "It failed."));
  }

  private <T> T read(String json, Class<T> type) {
    Payload payload =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build();
    return converter.fromPayload(payload, type, type);
  }
}
