package studio.ctnr.engine.observe;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** What {@code capture.exe run} tells of a step while it runs. Process ids and window handles are Windows' own. */
public sealed interface CaptureEvent {
    /** Since the program was started. */
    Duration time();

    /** The step's first process was made. */
    record Started(Duration time, long pid, String command) implements CaptureEvent {}

    /**
     * A process joined the tree, the first one included.
     *
     * @param image its program's full path where Windows says it; empty when it ended too soon to be asked
     */
    record ProcessStarted(Duration time, long pid, long parent, String image) implements CaptureEvent {}

    /**
     * A process of the tree ended.
     *
     * @param code its exit code as an unsigned 32-bit number; empty when it can't be known any more
     */
    record ProcessEnded(Duration time, long pid, OptionalLong code) implements CaptureEvent {}

    /**
     * A window appeared, or says something else than before.
     *
     * @param windowClass the name of its class; {@code #32770} is Windows' own dialog
     * @param text what its labels and fields say
     * @param buttons what can be pressed
     */
    record WindowShown(
            Duration time,
            long window,
            long pid,
            String windowClass,
            String title,
            List<String> text,
            List<String> buttons)
            implements CaptureEvent {
        public WindowShown {
            text = List.copyOf(text);
            buttons = List.copyOf(buttons);
        }
    }

    /** A window that was shown is gone. */
    record WindowClosed(Duration time, long window, long pid) implements CaptureEvent {}

    /**
     * The tree shows windows and does nothing: it waits for a person. Said once until it works again.
     *
     * @param idle how long it has done nothing
     * @param windows those that are there, each shown before
     */
    record Waiting(Duration time, Duration idle, List<Long> windows) implements CaptureEvent {
        public Waiting {
            windows = List.copyOf(windows);
        }
    }

    /** The tree waited for a person and works again, by itself or because it was answered. */
    record Working(Duration time) implements CaptureEvent {}

    /**
     * The tree is empty, but the Windows Installer is still at work, and is waited for.
     *
     * @param pids the processes that it has
     */
    record InstallerBusy(Duration time, List<Long> pids) implements CaptureEvent {
        public InstallerBusy {
            pids = List.copyOf(pids);
        }
    }

    /**
     * A part of the step is not observed, though it was to be; the step goes on.
     *
     * @param subject what: {@code session}, the path of a library that does not work, or the id of a process
     * @param status Windows' error or an NTSTATUS, as an unsigned 32-bit number
     */
    record NotObserved(Duration time, String subject, long status) implements CaptureEvent {}

    /** The step ran out of time; its windows have just been told once more. */
    record TimedOut(Duration time) implements CaptureEvent {}

    /** The step waited for a person for longer than it may; its windows have just been told once more. */
    record GaveUp(Duration time) implements CaptureEvent {}

    /** What was left of the tree was ended by force. */
    record Killed(Duration time) implements CaptureEvent {}

    /**
     * {@code capture.exe} could not do its work; nothing follows.
     *
     * @param code Windows' error code; 0 when there is none
     * @param message one sentence
     */
    record Failed(Duration time, long code, String message) implements CaptureEvent {}

    /**
     * The step is over; nothing follows.
     *
     * @param code the first process's exit code as an unsigned 32-bit number; empty when it did not end by itself
     * @param elapsed from the start to the end, without what it took to end what was left
     * @param timedOut whether it had to be ended, for want of time or of a person
     * @param left what was still there then, in the order of its start
     */
    record Ended(Duration time, OptionalLong code, Duration elapsed, boolean timedOut, List<LeftProcess> left)
            implements CaptureEvent {
        public Ended {
            left = List.copyOf(left);
        }
    }

    /** A process that outlived the step. */
    record LeftProcess(long pid, String image) {}
}
