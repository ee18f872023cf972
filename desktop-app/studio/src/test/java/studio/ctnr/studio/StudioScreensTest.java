package studio.ctnr.studio;

import studio.ctnr.toolkit.support.ScreenRules;

class StudioScreensTest extends ScreenRules {
    StudioScreensTest() {
        super("studio.ctnr.studio");
    }
}
