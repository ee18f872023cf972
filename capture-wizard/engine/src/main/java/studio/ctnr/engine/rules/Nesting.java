package studio.ctnr.engine.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiPredicate;
import studio.ctnr.engine.change.ChangeKind;

/**
 * Decides on folders and keys by what lies in them, as changes come by in their order: a new one in which everything is
 * excluded goes with it, and one that holds something included stays.
 *
 * @param <P> the path of a folder or key
 */
final class Nesting<P> {
    private final Sheet sheet;
    private final BiPredicate<P, P> liesIn;
    private final Deque<Open<P>> open = new ArrayDeque<>();

    private static final class Open<P> {
        private final P path;
        private final int place;
        private final ChangeKind kind;
        private boolean holdsAny;
        private boolean holdsIncluded;

        Open(P path, int place, ChangeKind kind) {
            this.path = path;
            this.place = place;
            this.kind = kind;
        }
    }

    /** @param liesIn whether the first path is the second or lies anywhere in it */
    Nesting(Sheet sheet, BiPredicate<P, P> liesIn) {
        this.sheet = sheet;
        this.liesIn = liesIn;
    }

    /** A folder or key at {@code place} on the sheet; what lies in it comes next. */
    void enter(P path, int place, ChangeKind kind) {
        closeUnless(path);
        open.push(new Open<>(path, place, kind));
    }

    /** A file in {@code path}'s folder, or a value of the key {@code path}. */
    void add(P path, int place) {
        closeUnless(path);
        tell(sheet.at(place).included());
    }

    /** Nothing comes any more. */
    void end() {
        while (!open.isEmpty()) {
            close();
        }
    }

    private void closeUnless(P path) {
        while (!open.isEmpty() && !liesIn.test(path, open.peek().path)) {
            close();
        }
    }

    private void close() {
        Open<P> closed = open.pop();
        Verdict verdict = sheet.at(closed.place);
        boolean undecided = verdict.source() == Verdict.Source.DEFAULT;
        if (undecided && closed.kind != ChangeKind.CHANGED && closed.holdsAny && !closed.holdsIncluded) {
            sheet.leftEmpty(closed.place);
        } else if (!verdict.included() && closed.kind != ChangeKind.DELETED && closed.holdsIncluded) {
            sheet.holdsSomething(closed.place);
        }
        tell(sheet.at(closed.place).included());
    }

    private void tell(boolean included) {
        Open<P> holder = open.peek();
        if (holder != null) {
            holder.holdsAny = true;
            holder.holdsIncluded |= included;
        }
    }
}
