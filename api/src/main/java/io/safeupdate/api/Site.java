package io.safeupdate.api;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.safeupdate.api.access.AccessFilter;
import io.safeupdate.api.access.Audit;
import io.safeupdate.api.access.Guard;
import io.safeupdate.api.console.Console;
import io.safeupdate.api.console.ConsoleResource;
import io.safeupdate.api.console.DeploymentPages;
import io.safeupdate.api.console.OperationPages;
import io.safeupdate.api.host.HostOperations;
import io.safeupdate.api.monitoring.Health;
import io.safeupdate.api.monitoring.Monitoring;
import io.safeupdate.api.monitoring.Part;
import io.safeupdate.api.monitoring.PartCheck;
import io.safeupdate.api.rest.DeploymentResource;
import io.safeupdate.api.rest.DeploymentsResource;
import io.safeupdate.api.rest.HealthResource;
import io.safeupdate.api.rest.LooksResource;
import io.safeupdate.api.rest.MetricsResource;
import io.safeupdate.api.rest.OpenApiResource;
import io.safeupdate.api.rest.OperationsResource;
import io.safeupdate.api.rest.Starting;
import io.safeupdate.api.rest.StartsResource;
import io.safeupdate.config.SafeUpdateConfig;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is served. */
record Site(
    SafeUpdateConfig config,
    HostOperations operations,
    Optional<URI> temporalUi,
    Monitoring monitoring) {

  void publish(Environment environment) {
    Strictness.of(environment.getObjectMapper());
    Console console = new Console(config, temporalUi, Clock.systemUTC());
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new LocalNames());
    jersey.register(new AccessFilter());
    jersey.register(new SecurityHeaders());
    jersey.register(new Errors(console));
    Guard guard = new Guard(operations, config, Audit.NONE);
    publishRest(environment.jersey(), guard);
    publishMonitoring(environment);
    publishConsole(environment, console, guard);
  }

  private static void publishConsole(Environment environment, Console console, Guard guard) {
    JerseyEnvironment jersey = environment.jersey();
    jersey.register(new ConsoleResource(console, guard));
    jersey.register(new DeploymentPages(console, guard));
    jersey.register(new OperationPages(console, guard));
    environment.lifecycle().manage(new AutoCloseableManager(console));
  }

  private static void publishRest(JerseyEnvironment jersey, Guard guard) {
    jersey.register(new DeploymentsResource(guard));
    jersey.register(new DeploymentResource(guard));
    Starting starting = new Starting(guard);
    jersey.register(new OperationsResource(guard, starting));
    jersey.register(new StartsResource(starting));
    jersey.register(new LooksResource(guard));
    jersey.register(new OpenApiResource());
  }

  private void publishMonitoring(Environment environment) {
    List<Part> parts =
        Stream.concat(Stream.of(Part.temporal(operations)), monitoring.parts().stream()).toList();
    Health health = new Health(parts);
    health
        .names()
        .forEach(name -> environment.healthChecks().register(name, new PartCheck(health, name)));
    environment.jersey().register(new HealthResource(health));
    monitoring
        .metrics()
        .ifPresent(source -> environment.jersey().register(new MetricsResource(source)));
  }
}
