package studio.ctnr.studio.library;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import studio.ctnr.studio.bench.Bench;
import studio.ctnr.studio.bench.Failures;
import studio.ctnr.studio.navigation.Navigator;
import studio.ctnr.studio.settings.Preferences;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.background.Work;
import studio.ctnr.toolkit.dialog.FileChoice;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.dialog.TextQuestion;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** What can be done with one container: asks what has to be asked, does it in the background, tells how it went. */
public final class ContainerCommands {
    private final Bench bench;
    private final Desk desk;
    private final Navigator navigator;
    private final Preferences preferences;

    public ContainerCommands(Bench bench, Desk desk, Navigator navigator, Preferences preferences) {
        this.bench = bench;
        this.desk = desk;
        this.navigator = navigator;
        this.preferences = preferences;
    }

    public void open(ContainerRecord container) {
        navigator.open(container);
    }

    /** @param entryPoint empty: the default one */
    public void run(ContainerRecord container, Optional<String> entryPoint) {
        start(
                () -> run(container, entryPoint),
                progress -> {
                    bench.run(container, entryPoint);
                    return null;
                },
                nothing -> {});
    }

    public void snapshot(ContainerRecord container) {
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("snapshot.title", container.name()),
                        Texts.text("snapshot.label"),
                        "",
                        label -> label.isEmpty() ? Optional.of(Texts.text("snapshot.needed")) : Optional.empty(),
                        Texts.text("snapshot.act"),
                        label -> snapshot(container, label)));
    }

    private void snapshot(ContainerRecord container, String label) {
        start(
                () -> snapshot(container, label),
                progress -> {
                    bench.snapshot(container, label);
                    return null;
                },
                nothing -> desk.notices().tell(Notice.done(Texts.text("snapshot.done", label, container.name()))));
    }

    /** Runs it on a clean machine and tells whether it leaves something there. */
    public void checkLeaks(ContainerRecord container) {
        start(
                () -> checkLeaks(container),
                progress -> bench.checkLeaks(container),
                leaks -> desk.notices()
                        .tell(
                                leaks == 0
                                        ? Notice.done(Texts.text("leaks.none", container.name()))
                                        : Notice.of(Problem.of(
                                                "LEAKS", Texts.count("leaks.found", leaks, container.name())))));
    }

    public void export(ContainerRecord container) {
        desk.dialogs()
                .choose(
                        FileChoice.save(
                                Texts.text("export.title", container.name()),
                                container.id() + ".ctnr",
                                new FileChoice.Filter(Texts.text("library.import.files"), List.of("*.ctnr"))),
                        files -> export(container, files.getFirst()));
    }

    private void export(ContainerRecord container, Path file) {
        start(
                () -> export(container, file),
                progress -> {
                    bench.export(container, file);
                    return null;
                },
                nothing -> desk.notices()
                        .tell(Notice.done(Texts.text("export.done", container.name(), file.getFileName()))
                                .with(new Remedy(
                                        Texts.text("export.show"),
                                        () -> desk.dialogs().open(file.getParent())))));
    }

    /** A copy under another id, which is asked for. */
    public void duplicate(ContainerRecord container) {
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("duplicate.title", container.name()),
                        Texts.text("duplicate.name"),
                        Texts.text("duplicate.proposal", container.name()),
                        name -> ContainerId.of(name).isEmpty()
                                ? Optional.of(Texts.text("duplicate.needed"))
                                : Optional.empty(),
                        Texts.text("duplicate.act"),
                        name -> duplicate(container, name)));
    }

    private void duplicate(ContainerRecord container, String name) {
        start(
                () -> duplicate(container, name),
                progress -> bench.duplicate(container, ContainerId.of(name), name),
                copy -> desk.notices().tell(Notice.done(Texts.text("duplicate.done", container.name(), copy.name()))));
    }

    /** Moves it to the trash, after a question where the settings want one; can be undone from the notice. */
    public void retire(ContainerRecord container) {
        if (!preferences.now().confirmRetire()) {
            retireNow(container);
            return;
        }
        desk.dialogs()
                .ask(Question.destroy(
                        Texts.text("retire.title", container.name()),
                        Texts.text("retire.text"),
                        Texts.text("retire.act"),
                        () -> retireNow(container)));
    }

    private void retireNow(ContainerRecord container) {
        start(
                () -> retireNow(container),
                progress -> {
                    bench.retire(container);
                    return null;
                },
                nothing -> desk.notices()
                        .tell(Notice.done(Texts.text("retire.done", container.name()), () -> bringBack(container))));
    }

    private void bringBack(ContainerRecord container) {
        start(
                () -> bringBack(container),
                progress -> {
                    bench.bringBack(container.id());
                    return null;
                },
                nothing -> desk.notices().tell(Notice.done(Texts.text("retire.undone", container.name()))));
    }

    /** Asks for the tags, with commas between them. */
    public void editTags(ContainerRecord container) {
        desk.dialogs()
                .ask(new TextQuestion(
                        Texts.text("tags.title", container.name()),
                        Texts.text("tags.label"),
                        String.join(", ", container.tags()),
                        text -> Optional.empty(),
                        Texts.text("tags.act"),
                        text -> setTags(container, text)));
    }

    private void setTags(ContainerRecord container, String text) {
        TreeSet<String> tags = Arrays.stream(text.split(","))
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        start(
                () -> editTags(container),
                progress -> {
                    bench.setTags(container.id(), tags);
                    return null;
                },
                nothing -> {});
    }

    private <T> void start(Runnable again, Work<T> work, Consumer<T> then) {
        desk.background()
                .run(work)
                .onSuccess(then)
                .onError(e -> desk.notices().tell(Failures.of(e, again)))
                .start();
    }
}
