package studio.ctnr.engine.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.config.Isolation;
import studio.ctnr.container.config.Isolation.Rule;
import studio.ctnr.engine.amend.Described;
import studio.ctnr.engine.projection.internal.registered.Application;
import studio.ctnr.engine.projection.internal.registered.ApplicationIcon;
import studio.ctnr.engine.projection.internal.registered.Associations;
import studio.ctnr.engine.projection.internal.registered.Autostart;
import studio.ctnr.engine.projection.internal.registered.EntryPoints;
import studio.ctnr.engine.projection.internal.registered.Environment;
import studio.ctnr.engine.projection.internal.registered.Forecast;
import studio.ctnr.engine.projection.internal.registered.Icons;
import studio.ctnr.engine.projection.internal.registered.Identity;
import studio.ctnr.engine.projection.internal.registered.OwnIcons;
import studio.ctnr.engine.projection.internal.registered.Services;
import studio.ctnr.engine.projection.internal.registry.CapturedRegistry;
import studio.ctnr.engine.projection.report.Blocker;
import studio.ctnr.engine.projection.report.Note;
import studio.ctnr.engine.rules.Subject;

/**
 * What config.yml says of an application, put together from all that it registered.
 *
 * @param icons icon files by their paths in the container
 */
record Description(ContainerConfig config, SortedMap<String, byte[]> icons, List<Blocker> blockers) {

    static Description of(
            Application application,
            ProjectionSettings settings,
            Supplier<CapturedRegistry> unfiltered,
            Consumer<Note> notes) {
        List<Blocker> blockers = new ArrayList<>();
        Icons icons = new Icons(application.programs(), notes);
        EntryPoints.Found entries = new EntryPoints(application, icons, notes).find(unfiltered);
        Identity found = Identity.of(
                application.mainUninstall(),
                Identity.resource(application.programs(), entries.main()),
                entries.list().stream().findFirst().map(entry -> entry.name()),
                settings.installer());
        Described said = settings.amendments().application();
        String name =
                settings.name().map(Application::literal).or(said::name).orElse(Application.literal(found.name()));
        String version = settings.version()
                .map(Application::literal)
                .or(said::version)
                .orElse(Application.literal(found.version()));
        tellSources(settings, found, notes);
        Services services = new Services(application, blockers::add);
        Associations associations = new Associations(application);
        ContainerConfig config = ContainerConfig.builder(
                        settings.id().or(said::id).orElseGet(() -> Identity.id(name, version)), name, version)
                .publisher(said.publisher(found.publisher().map(Application::literal)))
                .description(said.description(found.description().map(Application::literal)))
                .homepage(found.homepage().map(Application::literal))
                .icon(said.icon()
                        .or(() -> new ApplicationIcon(application, icons).take(found.name()))
                        .or(entries::icon))
                .env(new Environment(application).variables())
                .services(services.services())
                .entrypoints(said.entrypoints().orElse(entries.list()))
                .associations(associations.files())
                .protocols(associations.protocols())
                .isolation(isolation(settings.amendments().isolation()))
                .build();
        new Autostart(application, notes).tell();
        new Forecast(application, blockers::add).tell(entries.main());
        SortedMap<String, byte[]> files = new TreeMap<>(icons.files());
        files.putAll(new OwnIcons(settings.icons(), notes).of(said));
        blockers.sort(Comparator.comparing(Blocker::severity));
        return new Description(config, files, blockers);
    }

    /** The defaults, with the engineer's rules in the place of those for the same path. */
    private static Isolation isolation(List<Rule> rules) {
        Map<Subject, List<Rule>> further =
                rules.stream().collect(Collectors.groupingBy(rule -> Subject.of(rule.path())));
        List<Rule> files = new ArrayList<>(Isolation.DEFAULT.filesystem());
        for (Rule rule : further.getOrDefault(Subject.FILES, List.of())) {
            files.removeIf(usual -> usual.path().equalsIgnoreCase(rule.path()));
            files.add(rule);
        }
        return new Isolation(files, further.getOrDefault(Subject.REGISTRY, List.of()));
    }

    private static void tellSources(ProjectionSettings settings, Identity found, Consumer<Note> notes) {
        Described said = settings.amendments().application();
        tell(settings.name().or(said::name), found.name(), "The name is from " + found.nameFrom() + ".", notes);
        tell(
                settings.version().or(said::version),
                found.version(),
                "The version is from " + found.versionFrom() + ".",
                notes);
    }

    private static void tell(Optional<String> given, String found, String sentence, Consumer<Note> notes) {
        if (given.isEmpty()) {
            notes.accept(new Note(Note.Topic.IDENTITY, found, sentence));
        }
    }
}
