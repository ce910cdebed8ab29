package io.safeupdate.worker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.safeupdate.config.ConfigLoader;
import io.safeupdate.workflows.contract.OperationRequest;
import io.safeupdate.workflows.contract.OperationType;
import io.safeupdate.workflows.contract.ScheduledTask;
import io.safeupdate.workflows.workflow.WorkflowTypes;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody looks on when a schedule starts something: it must be what its workflow takes. */
final class PlanTest {
  @TempDir Path directory;

  @Test
  void each_starts_what_there_is_with_an_input_that_is_right() throws IOException {
    assertThat(plans())
        .isNotEmpty()
        .allSatisfy(
            plan -> {
              OperationRequest request = request(plan);
              assertThat(request.operationType().workflowType()).isEqualTo(plan.type());
              assertThat(request.deployment()).isEqualTo("production");
              assertThat(request.defect()).isEmpty();
            });
  }

  @Test
  void each_has_an_id_of_its_own() throws IOException {
    assertThat(plans())
        .extracting(Plan::id)
        .doesNotHaveDuplicates()
        .contains(
            "schedule/web-1/production/backup",
            "schedule/web-1/production/media",
            "schedule/web-1/production/export");
  }

  @Test
  void a_trial_restore_is_a_backup_that_is_tried_out() throws IOException {
    Plan plan =
        plans().stream()
            .filter(it -> it.task() == ScheduledTask.TRIAL_RESTORE)
            .findFirst()
            .orElseThrow();

    assertThat(plan.input()).isEqualTo(Map.of("deployment", "production", "trialRestore", true));
    assertThat(plan.words()).isEqualTo("weekly sunday 03:00 Europe/Berlin");
  }

  private static OperationRequest request(Plan plan) {
    DataConverter converter = WorkflowTypes.dataConverter();
    Class<? extends OperationRequest> type = OperationType.of(plan.type()).orElseThrow().request();
    return converter.fromPayload(converter.toPayload(plan.input()).orElseThrow(), type, type);
  }

  private List<Plan> plans() throws IOException {
    Path file = directory.resolve("safe-update.yml");
    Files.writeString(
        file,
        """
        exportRoots: [/srv/backups]
        deployments:
          production:
            directory: /srv/app
            composeFiles: [docker-compose.yml]
            branch: main
            database: {service: db}
            migrate: none
            media: {service: web, path: /media}
            schedule:
              timezone: Europe/Berlin
              backup: daily 02:00
              trialRestore: weekly sunday 03:00
              media: hourly :30
              export: monthly 1 04:00
              exportTo: /srv/backups/production
        """);
    return Plan.all("web-1", new ConfigLoader(Map.of(), directory).load(file));
  }
}
