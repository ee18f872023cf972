package studio.ctnr.toolkit.support;

import java.util.ArrayList;
import java.util.List;
import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.notice.Notice;
import studio.ctnr.toolkit.page.Desk;

/** A {@link Desk} for tests of view-models: work is done at once, the user is a fake, notices are kept. */
public final class FakeDesk {
    public final FakeDialogs dialogs = new FakeDialogs();
    public final List<Notice> notices = new ArrayList<>();
    public final Desk desk = new Desk(Background.immediate(), dialogs, notices::add);
}
