package studio.ctnr.engine.projection.internal.registered;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.ctnr.container.config.ServiceConfig;
import studio.ctnr.engine.projection.internal.registry.CapturedKey;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Blocker.Kind;
import studio.ctnr.engine.projection.report.Blocker.Severity;

/**
 * Finds the services and drivers that an installer registers.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew">CreateService: types and
 *     start types</a>
 */
public final class Services {
    private static final String KEY = "HKLM\\System\\CurrentControlSet\\Services";
    private static final int DRIVER = 0x0f;
    private static final int PER_USER = 0x40;

    private final Application application;
    private final Consumer<Blocker> blockers;
    private final List<ServiceConfig> services = new ArrayList<>();

    public Services(Application application, Consumer<Blocker> blockers) {
        this.application = application;
        this.blockers = blockers;
        application.registry().find(KEY).stream()
                .flatMap(key -> key.children().stream())
                .forEach(this::read);
    }

    /** The services that a container can at least pretend to have, by name. */
    public List<ServiceConfig> services() {
        return List.copyOf(services);
    }

    /** A key without a type is a setting of a service that was there before. */
    private void read(CapturedKey key) {
        Optional<Integer> type = key.number("Type");
        if (type.isEmpty()) {
            return;
        }
        if ((type.get() & DRIVER) != 0) {
            blockers.accept(
                    new Blocker(
                            Kind.DRIVER,
                            Severity.BLOCKS,
                            key.name(),
                            "It is a driver: it runs in the Windows kernel, which a container does not reach.",
                            "Nothing can be done in the container: install the driver on the host, or do without what needs it."));
            return;
        }
        Optional<String> image = key.string("ImagePath");
        boolean runs = image.flatMap(application::program)
                .flatMap(program -> application.programs().content(program))
                .isPresent();
        services.add(new ServiceConfig(
                key.name(),
                ServiceConfig.Type.WINDOWS_SERVICE,
                ServiceConfig.Mode.STUB,
                start(key.number("Start").orElse(3)),
                image.filter(command -> runs).map(application::portableCommand)));
        blockers.accept(forecast(key.name(), runs, (type.get() & PER_USER) != 0));
    }

    private static ServiceConfig.Start start(int number) {
        return switch (number) {
            case 0, 1, 2 -> ServiceConfig.Start.AUTO;
            case 4 -> ServiceConfig.Start.DISABLED;
            default -> ServiceConfig.Start.MANUAL;
        };
    }

    private static Blocker forecast(String name, boolean runs, boolean perUser) {
        String sentence = runs
                ? "It is a service: it runs as the user, when a program of the container asks for it, and no longer than they do."
                : "It is a service that the container can only pretend to have: its program is Windows' own or was not captured.";
        return new Blocker(
                Kind.SERVICE,
                Severity.LIMITS,
                name,
                perUser ? sentence + " Windows would start one for each user." : sentence,
                "Where it needs rights of the system, install it on the host and set its mode under services in config.yml"
                        + " to shared.");
    }
}
