package io.safeupdate.api;

import com.fasterxml.jackson.databind.SerializationFeature;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.safeupdate.api.access.AccessFilter;
import io.safeupdate.api.access.Audit;
import io.safeupdate.api.access.Guard;
import io.safeupdate.api.console.Console;
import io.safeupdate.api.console.ConsoleResource;
import io.safeupdate.api.host.HostOperations;
import io.safeupdate.api.rest.DeploymentsResource;
import io.safeupdate.api.rest.HealthResource;
import io.safeupdate.api.rest.OpenApiResource;
import io.safeupdate.api.rest.OperationsResource;
import io.safeupdate.api.rest.TemporalCheck;
import io.safeupdate.config.SafeUpdateConfig;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** All that is served. */
record Site(SafeUpdateConfig config, HostOperations operations, Optional<URI> temporalUi) {

  void publish(Environment environment) {
    environment.getObjectMapper().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    Console console = new Console(config, temporalUi, Clock.systemUTC());
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new LocalNames());
    jersey.register(new AccessFilter());
    jersey.register(new SecurityHeaders());
    jersey.register(new Errors(console));
    Guard guard = new Guard(operations, config, Audit.NONE);
    publishRest(environment, guard);
    jersey.register(new ConsoleResource(console, guard));
  }

  private void publishRest(Environment environment, Guard guard) {
    TemporalCheck temporal = new TemporalCheck(operations);
    environment.healthChecks().register("temporal", temporal);
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new DeploymentsResource(guard));
    jersey.register(new OperationsResource(guard));
    jersey.register(new OpenApiResource());
    jersey.register(new HealthResource(temporal));
  }
}
