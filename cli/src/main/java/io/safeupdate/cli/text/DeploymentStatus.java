package io.safeupdate.cli.text;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.safeupdate.workflows.client.OperationEntry;
import io.safeupdate.workflows.contract.Inspection;
import java.util.Optional;

/** How a deployment is now, and what was done to it last. */
public record DeploymentStatus(
    @JsonUnwrapped Inspection inspection, Optional<OperationEntry> lastOperation) {}
