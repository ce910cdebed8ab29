package io.safeupdate.config;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told what; either by webhook or by e-mail.
 *
 * @param outcomes how an operation must have ended, or that it waits
 * @param operations of these kinds alone; empty: of all
 * @param deployments of these alone; empty: of all
 */
public record NotificationConfig(
    Set<Occasion> outcomes,
    Optional<List<Operation>> operations,
    Optional<List<String>> deployments,
    Optional<WebhookConfig> webhook,
    Optional<EmailConfig> email) {
  private static final Set<Occasion> USUAL =
      Collections.unmodifiableSet(
          EnumSet.of(Occasion.ROLLED_BACK, Occasion.NEEDS_ATTENTION, Occasion.REJECTED));

  /** The outcomes of operations, in the words that people are shown them. */
  public enum Occasion {
    UPDATED,
    ALREADY_CURRENT,
    REJECTED,
    ROLLED_BACK,
    /** Said as soon as an operation waits for a person, and when a person gave its way back up. */
    NEEDS_ATTENTION,
    CANCELLED,
    DONE
  }

  /** The kinds of operations. */
  public enum Operation {
    UPDATE,
    RECOVERY,
    BACKUP,
    RESTORE,
    COPY,
    EXPORT,
    IMPORT,
    KEEP,
    ROLLBACK,
    MEDIA_BACKUP,
    MEDIA_RESTORE
  }

  public NotificationConfig {
    outcomes = Collections.unmodifiableSet(EnumSet.copyOf(outcomes));
    operations = operations.map(List::copyOf);
    deployments = deployments.map(List::copyOf);
  }

  static Optional<NotificationConfig> read(Section section) {
    Set<Occasion> outcomes =
        section
            .someOf("outcomes", NotificationConfig::occasion)
            .<Set<Occasion>>map(EnumSet::copyOf)
            .orElse(USUAL);
    NotificationConfig read =
        new NotificationConfig(
            outcomes,
            section.someOf("operations", Parsers.oneOf(Operation.class)),
            section.someOf("deployments", NameRule.DEPLOYMENT),
            section.section("webhook", WebhookConfig::read),
            section.section("email", EmailConfig::read));
    boolean webhook = section.value("webhook").isPresent();
    if (webhook && section.value("email").isPresent()) {
      return section.reject("email", "stands beside `webhook`", "give each an entry of its own");
    }
    if (!webhook && section.value("email").isEmpty()) {
      return section.reject(
          "webhook", "is missing, and so is `email`", "add `webhook: {url: …}` or `email: {…}`");
    }
    return Optional.of(read);
  }

  /** Outcomes are shown in capitals; who writes them so is right too. */
  private static Occasion occasion(String text) throws Rejection {
    return Parsers.oneOf(Occasion.class).parse(text.toLowerCase(Locale.ROOT));
  }
}
