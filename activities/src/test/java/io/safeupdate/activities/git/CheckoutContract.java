package io.safeupdate.activities.git;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every test of a checkout has: real repositories, and the checkout under test. */
abstract class CheckoutContract {
  protected Repositories repositories;
  protected Checkout checkout;

  @BeforeEach
  void givenASite(@TempDir Path directory) throws Exception {
    repositories = Repositories.withSite(directory.toRealPath());
    checkout = open(repositories.site);
  }

  abstract Checkout open(Path directory);

  protected String git(String... arguments) {
    return repositories.git(repositories.site, arguments);
  }

  protected String head() {
    return repositories.head(repositories.site);
  }
}
