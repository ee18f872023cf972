package studio.ctnr.container.archive.internal;

import studio.ctnr.container.archive.manifest.Entry;

/**
 * As much of an entry's content as lies in one frame.
 *
 * @param index of the entry
 * @param from in the content
 * @param at in the frame
 */
public record Piece(int index, Entry entry, long from, int at, int length) {
    public boolean isWhole() {
        return length == entry.size();
    }

    boolean isFirst() {
        return from == 0;
    }

    boolean isLast() {
        return from + length == entry.size();
    }
}
