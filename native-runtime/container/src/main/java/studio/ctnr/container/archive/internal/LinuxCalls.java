package studio.ctnr.container.archive.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Two calls of Linux that Java has no way to, and without which the same takes longer or needs two steps. Each says
 * whether it was done; where it was not, the caller has another way.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/syncfs.2.html">syncfs(2)</a>
 * @see <a href="https://man7.org/linux/man-pages/man2/rename.2.html">renameat2(2)</a>
 */
final class LinuxCalls {
    private static final int AT_FDCWD = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final int O_RDONLY = 0;
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout TEXT = ValueLayout.ADDRESS;

    private LinuxCalls() {}

    /** Brings all that was written to the file system of {@code folder} to its disk. */
    static boolean syncFileSystem(Path folder) {
        MethodHandle open = find("open", Linker.Option.firstVariadicArg(2), INT, TEXT, INT);
        MethodHandle sync = find("syncfs", null, INT, INT);
        MethodHandle close = find("close", null, INT, INT);
        if (open == null || sync == null || close == null) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            int file = (int) open.invokeExact(arena.allocateFrom(folder.toString()), O_RDONLY);
            if (file < 0) {
                return false;
            }
            int failed = (int) sync.invokeExact(file);
            int ignored = (int) close.invokeExact(file);
            return failed == 0;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Gives each of two paths what the other one names, at one moment. */
    static boolean exchange(Path one, Path other) {
        MethodHandle rename = find("renameat2", null, INT, INT, TEXT, INT, TEXT, INT);
        if (rename == null) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment first = arena.allocateFrom(one.toString());
            MemorySegment second = arena.allocateFrom(other.toString());
            return 0 == (int) rename.invokeExact(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle find(String name, Linker.Option option, ValueLayout result, ValueLayout... arguments) {
        if (!LINUX) {
            return null;
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor types = FunctionDescriptor.of(result, arguments);
        Linker.Option[] options = option == null ? new Linker.Option[0] : new Linker.Option[] {option};
        return linker.defaultLookup()
                .find(name)
                .map(function -> linker.downcallHandle(function, types, options))
                .orElse(null);
    }
}
