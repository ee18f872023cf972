package studio.ctnr.toolkit.page;

import studio.ctnr.toolkit.background.Background;
import studio.ctnr.toolkit.dialog.Dialogs;
import studio.ctnr.toolkit.notice.Notices;

/** What every screen is given to work with. */
public record Desk(Background background, Dialogs dialogs, Notices notices) {}
