package studio.ctnr.wizard;

import java.util.stream.Stream;
import studio.ctnr.toolkit.support.Screenshots;

class WizardScreenshotsTest extends Screenshots {
    @Override
    protected Stream<Screen> screens() {
        return Stream.of();
    }
}
