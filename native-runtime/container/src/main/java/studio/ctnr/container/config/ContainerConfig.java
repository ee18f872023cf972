package studio.ctnr.container.config;

import java.util.List;
import java.util.Optional;

/**
 * What config.yml says about a container, with the defaults put in. The texts are as written: {@code %…%} variables in
 * them are not expanded.
 *
 * @param id unique in an inventory: {@code [a-z0-9][a-z0-9.-]{0,63}}
 * @param name for people
 * @param version the application's own
 * @param publisher who makes the application
 * @param description what it is, in a sentence
 * @param icon a picture or program in the container ({@code rootfs/ProgramFiles/App/app.exe,0}: with the icon's index)
 * @param homepage the application's page on the web
 * @param env environment variables that its programs get, in the order they are set in
 * @param textFiles texts of the container in which variables stand: paths relative to its folder, the last name with
 *     wildcards ({@code user/AppData/Roaming/App/*.ini})
 * @param entrypoints what can be started; see {@link #defaultEntryPoint}
 */
public record ContainerConfig(
        String id,
        String name,
        String version,
        Optional<String> publisher,
        Optional<String> description,
        Optional<String> icon,
        Optional<String> homepage,
        RuntimeConfig runtime,
        PathsConfig paths,
        List<EnvironmentVariable> env,
        List<ServiceConfig> services,
        SnapshotStrategy snapshots,
        SecurityConfig security,
        List<EntryPoint> entrypoints,
        Isolation isolation,
        List<FileAssociation> associations,
        List<ProtocolHandler> protocols,
        List<String> textFiles,
        Optional<ContentHash> hashes) {

    public ContainerConfig {
        env = List.copyOf(env);
        services = List.copyOf(services);
        entrypoints = List.copyOf(entrypoints);
        associations = List.copyOf(associations);
        protocols = List.copyOf(protocols);
        textFiles = List.copyOf(textFiles);
    }

    /** A configuration with nothing but what must be there, and the defaults for the rest. */
    public static ContainerConfigBuilder builder(String id, String name, String version) {
        return new ContainerConfigBuilder(id, name, version);
    }

    /** This configuration as the start of another. */
    public ContainerConfigBuilder toBuilder() {
        return new ContainerConfigBuilder(this);
    }

    /** The entry point that starts when none is named: the one marked so, or else the first. */
    public Optional<EntryPoint> defaultEntryPoint() {
        return entrypoints.stream()
                .filter(EntryPoint::isDefault)
                .findFirst()
                .or(() -> entrypoints.stream().findFirst());
    }
}
