package io.safeupdate.cli.init;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an image is for, by the last word of its name. */
enum ImageRole {
  DATABASE(
      "postgres|postgresql|postgis|timescaledb(-ha)?|pgvector|pg-?vector|pgautoupgrade|spilo.*"),
  /** Keeps nothing in the database. */
  INFRASTRUCTURE(
      "redis(-stack.*)?|valkey|keydb|dragonfly|memcached|rabbitmq|nats|mosquitto|kafka|zookeeper"
          + "|nginx(-unprivileged)?|traefik|caddy|haproxy|httpd|envoy|openresty|varnish|certbot"
          + "|mailpit|mailhog|maildev|postfix|boky-postfix|minio|mc|elasticsearch|opensearch"
          + "|meilisearch|typesense|pgadmin4?|adminer|pgbouncer|postgres-exporter|node-exporter"
          + "|prometheus|grafana|loki|promtail|jaeger|otel.*|cadvisor|autoheal|watchtower|awscli"
          + "|redis-commander|docker-socket-proxy|gotenberg|browserless|chrome|selenium.*"),
  /** Everything else: what the deployment is about. */
  APPLICATION(".*");

  private final Pattern names;

  ImageRole(String names) {
    this.names = Pattern.compile(names);
  }

  /** The role of a service: that of the image it is, or is built from. */
  static ImageRole of(ServiceFacts service) {
    return reference(service).map(ImageRole::of).orElse(APPLICATION);
  }

  static ImageRole of(String reference) {
    String name =
        reference.replaceFirst("@.*$", "").replaceFirst("^.*/", "").replaceFirst(":.*$", "");
    return Arrays.stream(values())
        .filter(role -> role.names.matcher(name).matches())
        .findFirst()
        .orElse(APPLICATION);
  }

  /** The image that says what a service is; empty when it cannot be read. */
  static Optional<String> reference(ServiceFacts service) {
    return service.build().isPresent()
        ? Dockerfile.of(service).flatMap(Dockerfile::base)
        : service.image();
  }
}
