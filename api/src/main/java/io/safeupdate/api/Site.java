package io.safeupdate.api;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.safeupdate.api.console.Console;
import io.safeupdate.api.console.ConsoleResource;
import io.safeupdate.api.view.Deployments;
import io.safeupdate.api.view.OperationsView;
import io.safeupdate.config.SafeUpdateConfig;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** All that is served. */
record Site(SafeUpdateConfig config, OperationsView operations, Optional<URI> temporalUi) {

  void publish(Environment environment) {
    environment.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    TemporalCheck temporal = new TemporalCheck(operations);
    environment.healthChecks().register("temporal", temporal);
    Deployments deployments = new Deployments(config, operations);
    Console console = new Console(config, operations, temporalUi, Clock.systemUTC());
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new LocalNames());
    jersey.register(new SecurityHeaders());
    jersey.register(new Errors(console));
    jersey.register(new DeploymentsResource(deployments));
    jersey.register(new OperationsResource(deployments, operations));
    jersey.register(new HealthResource(temporal));
    jersey.register(new ConsoleResource(console));
  }
}
