package studio.ctnr.container.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts a {@link ContainerConfig} together, starting from the defaults. */
public final class ContainerConfigBuilder {
    private final String id;
    private final String name;
    private final String version;
    private Optional<String> publisher = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<String> icon = Optional.empty();
    private Optional<String> homepage = Optional.empty();
    private RuntimeConfig runtime = RuntimeConfig.DEFAULT;
    private PathsConfig paths = PathsConfig.DEFAULT;
    private List<EnvironmentVariable> env = List.of();
    private List<ServiceConfig> services = List.of();
    private SnapshotStrategy snapshots = SnapshotStrategy.DELTA;
    private SecurityConfig security = SecurityConfig.DEFAULT;
    private List<EntryPoint> entrypoints = List.of();
    private Isolation isolation = Isolation.DEFAULT;
    private List<FileAssociation> associations = List.of();
    private List<ProtocolHandler> protocols = List.of();
    private List<String> textFiles = List.of();
    private Optional<ContentHash> hashes = Optional.empty();

    ContainerConfigBuilder(String id, String name, String version) {
        this.id = Objects.requireNonNull(id);
        this.name = Objects.requireNonNull(name);
        this.version = Objects.requireNonNull(version);
    }

    ContainerConfigBuilder(ContainerConfig config) {
        this(config.id(), config.name(), config.version());
        publisher = config.publisher();
        description = config.description();
        icon = config.icon();
        homepage = config.homepage();
        runtime = config.runtime();
        paths = config.paths();
        env = config.env();
        services = config.services();
        snapshots = config.snapshots();
        security = config.security();
        entrypoints = config.entrypoints();
        isolation = config.isolation();
        associations = config.associations();
        protocols = config.protocols();
        textFiles = config.textFiles();
        hashes = config.hashes();
    }

    public ContainerConfigBuilder publisher(Optional<String> value) {
        publisher = value;
        return this;
    }

    public ContainerConfigBuilder description(Optional<String> value) {
        description = value;
        return this;
    }

    public ContainerConfigBuilder icon(Optional<String> value) {
        icon = value;
        return this;
    }

    public ContainerConfigBuilder homepage(Optional<String> value) {
        homepage = value;
        return this;
    }

    public ContainerConfigBuilder runtime(RuntimeConfig value) {
        runtime = value;
        return this;
    }

    public ContainerConfigBuilder paths(PathsConfig value) {
        paths = value;
        return this;
    }

    public ContainerConfigBuilder env(List<EnvironmentVariable> value) {
        env = value;
        return this;
    }

    public ContainerConfigBuilder services(List<ServiceConfig> value) {
        services = value;
        return this;
    }

    public ContainerConfigBuilder snapshots(SnapshotStrategy value) {
        snapshots = value;
        return this;
    }

    public ContainerConfigBuilder security(SecurityConfig value) {
        security = value;
        return this;
    }

    public ContainerConfigBuilder entrypoints(List<EntryPoint> value) {
        entrypoints = value;
        return this;
    }

    public ContainerConfigBuilder isolation(Isolation value) {
        isolation = value;
        return this;
    }

    public ContainerConfigBuilder associations(List<FileAssociation> value) {
        associations = value;
        return this;
    }

    public ContainerConfigBuilder protocols(List<ProtocolHandler> value) {
        protocols = value;
        return this;
    }

    public ContainerConfigBuilder textFiles(List<String> value) {
        textFiles = value;
        return this;
    }

    public ContainerConfigBuilder hashes(Optional<ContentHash> value) {
        hashes = value;
        return this;
    }

    public ContainerConfig build() {
        return new ContainerConfig(
                id,
                name,
                version,
                publisher,
                description,
                icon,
                homepage,
                runtime,
                paths,
                env,
                services,
                snapshots,
                security,
                entrypoints,
                isolation,
                associations,
                protocols,
                textFiles,
                hashes);
    }
}
