package io.safeupdate.cli.command;

import io.safeupdate.cli.output.Answer;
import io.safeupdate.workflows.contract.ExportRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies backups out. */
@Command(
    name = "export",
    header = "Copy backups of a deployment into a directory of its host, and verify the copies.",
    description = {
      "",
      "Copies one backup, or all, while the application serves. What is there already with the same"
          + " content is skipped, so an export that was broken off goes on when it is asked for"
          + " again; a file with another content is never replaced. SHA256SUMS lists the hashes:"
          + " `sha256sum -c SHA256SUMS` checks them anywhere.",
      "The directory must lie below one of the configuration's `exportRoots`.",
      "Exits with 0 when done, 11 cancelled, 30 when it could not be done, 40 when another operation"
          + " is open.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safe-update export production --to /srv/backups/production",
      "  safe-update export production backup_2026_11_22T10_00_00.sql.gz --to /srv/backups",
      "  safe-update export production --to /srv/backups --json | jq -r .made"
    })
final class ExportCommand extends Act {
  @Parameters(
      index = "0",
      paramLabel = "DEPLOYMENT",
      description = "A name from the configuration.")
  private String deployment;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "BACKUP",
      converter = Words.FileWord.class,
      description = "A file's name, as `backups` lists it. Default: all.")
  private String backup;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "On the deployment's host; made where it is missing.")
  private String directory;

  @Mixin private DetachOption detach;

  @Override
  Answer answer(Toolbox tools) throws InterruptedException {
    tools.config().requireDeployment(deployment);
    String target = tools.path(directory).normalize().toString();
    ExportRequest request = new ExportRequest(deployment, Optional.ofNullable(backup), target);
    return new Steering(tools, detach.isWanted()).run(session -> session.start(request));
  }
}
