package io.safeupdate.workflows.contract;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** The search attributes that every operation sets. All are keywords. */
public final class SearchAttributes {
  public static final SearchAttributeKey<String> HOST =
      SearchAttributeKey.forKeyword("SafeUpdateHost");
  public static final SearchAttributeKey<String> DEPLOYMENT =
      SearchAttributeKey.forKeyword("SafeUpdateDeployment");
  public static final SearchAttributeKey<String> PHASE =
      SearchAttributeKey.forKeyword("SafeUpdatePhase");
  public static final SearchAttributeKey<String> OUTCOME =
      SearchAttributeKey.forKeyword("SafeUpdateOutcome");
  public static final SearchAttributeKey<String> FROM_COMMIT =
      SearchAttributeKey.forKeyword("SafeUpdateFromCommit");
  public static final SearchAttributeKey<String> TO_COMMIT =
      SearchAttributeKey.forKeyword("SafeUpdateToCommit");

  /** All of them: a server must know each before the first operation starts. */
  public static final List<SearchAttributeKey<String>> ALL =
      List.of(HOST, DEPLOYMENT, PHASE, OUTCOME, FROM_COMMIT, TO_COMMIT);

  private SearchAttributes() {}
}
