package studio.ctnr.launcher;

import org.junit.jupiter.api.AfterAll;

/** Tests that start programs on this process's Windows machine, which is stopped when a class of them is through. */
abstract class OnMachine {
    @AfterAll
    static void stopMachine() throws Exception {
        Capture.machine().stop();
    }
}
