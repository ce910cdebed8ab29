package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.cli.text.MediaText;
import io.safeupdate.workflows.contract.Depth;
import io.safeupdate.workflows.contract.InspectRequest;
import io.safeupdate.workflows.contract.Inspection;
import io.safeupdate.workflows.contract.Inspection.MediaSummary;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists archives. */
@Command(
    name = "list",
    header = "List the archives of a deployment's user files, newest first.",
    footer = {
      "",
      "Examples:",
      "  safe-update media list production",
      "  safe-update media list production --json | jq -r '.archives[0].file'"
    })
final class MediaListCommand extends Act {
  @Parameters(paramLabel = "DEPLOYMENT", description = "A name from the configuration.")
  private String deployment;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    InspectRequest request =
        new InspectRequest(deployment, Optional.of(Depth.MEDIA), Optional.empty());
    Inspection inspection = new Looking(tools).at(request);
    return Answer.done(new Document(deployment, inspection.media()), new MediaText(inspection));
  }

  private record Document(String deployment, List<MediaSummary> archives) {}
}
