package studio.ctnr.wizard;

import studio.ctnr.toolkit.support.ScreenRules;

class WizardScreensTest extends ScreenRules {
    WizardScreensTest() {
        super("studio.ctnr.wizard");
    }
}
