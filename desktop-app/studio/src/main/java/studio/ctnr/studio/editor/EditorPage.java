package studio.ctnr.studio.editor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.toolkit.action.Action;
import studio.ctnr.toolkit.dialog.Answer;
import studio.ctnr.toolkit.dialog.Question;
import studio.ctnr.toolkit.notice.MessageBar;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.notice.Tone;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.toolkit.page.Page;
import studio.ctnr.toolkit.problem.Problem;
import studio.ctnr.toolkit.problem.Remedy;
import studio.ctnr.toolkit.text.RecentTime;

/** One container in its editor. */
public final class EditorPage implements Page {
    private final EditorSession session;
    private final String title;
    private final Desk desk;
    private final EditorActions actions;
    private final EditorView view;
    private final Optional<EditorDrafts> drafts;
    private final Runnable close;
    private boolean saving;

    /**
     * @param title the container's name and version
     * @param tabs in their order, the first of which is shown
     * @param buttons of the container itself, such as running it
     */
    public EditorPage(String title, Node icon, EditorTabs tabs, List<Action> buttons, Desk desk) {
        this.title = title;
        this.desk = desk;
        session = tabs.session();
        actions = new EditorActions(
                session, () -> save(() -> {}), buttons, tabs.bar().isEmpty());
        view = new EditorView(session, title, icon, actions);
        drafts = tabs.drafts().map(folder -> new EditorDrafts(folder, session, desk.background()));
        drafts.ifPresent(this::offer);
        tabs.bar().ifPresent(view::tell);
        close = tabs.close();
    }

    /** Tells of what a program that did not come to saving left. */
    private void offer(EditorDrafts kept) {
        desk.background()
                .call(kept::found)
                .onSuccess(found -> found.ifPresent(time -> view.tell(new MessageBar(
                        Tone.WARNING,
                        Texts.text("editor.draft", RecentTime.shown(time)),
                        List.of(
                                new Remedy(Texts.text("editor.draft.discard"), () -> {
                                    view.tellNothing();
                                    kept.discard();
                                }),
                                new Remedy(Texts.text("editor.draft.takeUp"), () -> {
                                    view.tellNothing();
                                    kept.takeUp(
                                            session.all(),
                                            e -> desk.notices()
                                                    .tell(Problem.of(
                                                            "DRAFT-READ",
                                                            Texts.text("editor.draft.unreadable", e.getMessage()))));
                                }))))))
                .start();
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return actions.all();
    }

    /** Brings a tab into view. */
    public void select(String tab) {
        view.select(tab);
    }

    @Override
    public void leave(Runnable proceed) {
        if (!session.modifiedProperty().get()) {
            close.run();
            proceed.run();
            return;
        }
        desk.dialogs()
                .ask(new Question(
                        Texts.text("editor.leave.title", title),
                        Texts.text("editor.leave.text"),
                        List.of(
                                Answer.cancel(Texts.text("editor.leave.stay")),
                                Answer.danger(Texts.text("editor.leave.discard"), () -> {
                                    drafts.ifPresent(EditorDrafts::discard);
                                    proceed.run();
                                }),
                                Answer.accent(Texts.text("editor.leave.save"), () -> save(proceed)))));
    }

    /** Saves all that was edited; what could not be written stays marked, and is told. */
    private void save(Runnable then) {
        if (saving) {
            return;
        }
        List<Edited> edited = session.modified();
        saving = true;
        desk.background()
                .call(() -> {
                    for (Edited each : edited) {
                        each.save();
                    }
                    return edited;
                })
                .onSuccess(saved -> {
                    saved.forEach(Edited::saved);
                    drafts.ifPresent(EditorDrafts::discard);
                    desk.notices().tell(Notice.done(Texts.text("editor.saved", title)));
                    then.run();
                })
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .tell(Problem.of(
                                        "EDIT-SAVE",
                                        Texts.text("editor.notSaved", e.getMessage()),
                                        new Remedy(Texts.text("editor.again"), () -> save(then)))))
                .atEnd(() -> saving = false)
                .start();
    }
}
