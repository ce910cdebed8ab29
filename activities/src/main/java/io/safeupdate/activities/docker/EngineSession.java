package io.safeupdate.activities.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A client that speaks a version of the API that the engine speaks as well. The library does not
 * negotiate, and an engine refuses what is too new as well as what is too old.
 *
 * @param http what the client speaks through, for what it does not offer
 */
record EngineSession(DockerClient client, DockerHttpClient http, ApiVersion version)
    implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 32;

  static EngineSession open(EngineHost host) {
    ApiVersion version = negotiate(host);
    RemoteApiVersion spoken = RemoteApiVersion.create(version.major(), version.minor());
    DockerHttpClient http = http(host);
    return new EngineSession(client(host, http, spoken), http, version);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ApiVersion negotiate(EngineHost host) {
    // Without a version in its path, every engine answers.
    try (DockerClient anyVersion = client(host, http(host), RemoteApiVersion.unknown())) {
      Version answer = anyVersion.versionCmd().exec();
      String oldest = Optional.ofNullable(answer.getMinAPIVersion()).orElse("1.12");
      return ApiVersion.spokenWith(
          ApiVersion.parse(answer.getApiVersion()), ApiVersion.parse(oldest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes nothing from environment and user files: they may hold a version or another host. */
  private static DockerClient client(
      EngineHost host, DockerHttpClient http, RemoteApiVersion version) {
    var config =
        new DefaultDockerClientConfig.Builder()
            .withDockerHost(host.uri().toString())
            .withApiVersion(version);
    return DockerClientImpl.getInstance(config.build(), http);
  }

  private static DockerHttpClient http(EngineHost host) {
    var http =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(host.uri())
            .connectionTimeout(CONNECT_LIMIT)
            .maxConnections(CONNECTIONS);
    host.certificates()
        .map(Path::toString)
        .map(LocalDirectorySSLConfig::new)
        .ifPresent(http::sslConfig);
    return http.build();
  }
}
