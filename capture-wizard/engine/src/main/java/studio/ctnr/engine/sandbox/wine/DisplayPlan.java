package studio.ctnr.engine.sandbox.wine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import studio.ctnr.engine.sandbox.SandboxSettings.Display;

/**
 * The X display of a machine.
 *
 * @param name as DISPLAY says it
 * @param own the screen to be made; null when a person's is used
 * @param hostFiles what has to be seen inside to reach a person's
 */
record DisplayPlan(String name, Display.Virtual own, List<String> hostFiles) {
    /** With its own network a machine has the numbers for itself; otherwise they are shared with the host's. */
    private static final int ALONE = 99;

    private static final int FIRST_SHARED = 1000;
    private static final int LAST_SHARED = 30000;

    static DisplayPlan of(Display display, boolean sharesNetwork) {
        return switch (display) {
            case Display.Virtual screen -> {
                int number = sharesNetwork ? ThreadLocalRandom.current().nextInt(FIRST_SHARED, LAST_SHARED) : ALONE;
                yield new DisplayPlan(":" + number, screen, List.of());
            }
            case Display.Existing existing ->
                new DisplayPlan(
                        existing.name(),
                        null,
                        System.getenv("XAUTHORITY") == null
                                ? List.of("/tmp/.X11-unix")
                                : List.of("/tmp/.X11-unix", System.getenv("XAUTHORITY")));
        };
    }

    boolean virtual() {
        return own != null;
    }

    Map<String, String> environment() {
        String authority = System.getenv("XAUTHORITY");
        return virtual() || authority == null
                ? Map.of("DISPLAY", name)
                : Map.of("DISPLAY", name, "XAUTHORITY", authority);
    }

    /**
     * A command of the agent that starts the screen and ends with 0 once windows can be shown: the server says so by
     * writing its number.
     *
     * @param screenFolder where the server keeps its picture, for screenshots
     * @param ready the name for a pipe
     */
    String startCommand(String screenFolder, String ready) {
        return ("mkfifo %4$s && { Xvfb %1$s -screen 0 %2$dx%3$dx24 -nolisten tcp -nolisten local -noreset -fbdir %5$s"
                        + " -displayfd 1 >%4$s 2>/dev/null & read -r number <%4$s; }")
                .formatted(name, own.width(), own.height(), ShellWords.quote(ready), ShellWords.quote(screenFolder));
    }
}
