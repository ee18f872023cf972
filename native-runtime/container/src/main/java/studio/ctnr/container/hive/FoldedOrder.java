package studio.ctnr.container.hive;

import java.util.Comparator;
import studio.ctnr.container.WindowsNames;

/**
 * The order in which a hive keeps its subkeys: by UTF-16 unit in upper case. Windows searches the lists by halving, so
 * a key that is out of this order can't be found there.
 */
final class FoldedOrder implements Comparator<String> {
    static final FoldedOrder INSTANCE = new FoldedOrder();

    private FoldedOrder() {}

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char here = left.charAt(i);
            char there = right.charAt(i);
            if (here != there) {
                int difference = WindowsNames.fold(here) - WindowsNames.fold(there);
                if (difference != 0) {
                    return difference;
                }
            }
        }
        return left.length() - right.length();
    }
}
