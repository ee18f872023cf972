package studio.ctnr.engine.sandbox.windows.journal;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import studio.ctnr.container.WindowsPath;

/**
 * The journal as Windows gives it. An administrator reads it by the volume; anybody else by the drive's root folder,
 * and is told no names then.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winioctl/ni-winioctl-fsctl_query_usn_journal">
 *     FSCTL_QUERY_USN_JOURNAL</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winioctl/ni-winioctl-fsctl_read_usn_journal">
 *     FSCTL_READ_USN_JOURNAL</a>; FSCTL_READ_UNPRIVILEGED_USN_JOURNAL stands in winioctl.h alone
 */
final class WindowsJournal implements DriveJournal {
    private static final int QUERY = 0x900F4;
    private static final int READ = 0x900BB;
    private static final int READ_UNPRIVILEGED = 0x903AB;

    private static final int PAGE = 1 << 18;
    private static final int ANY_SHARE = WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE | WinNT.FILE_SHARE_DELETE;

    /** A long path: what no more than this many units of UTF-16 hold is none. */
    private static final int LONGEST_PATH = 1 << 15;

    private final WindowsFiles files;
    private final WindowsPath drive;
    private final HANDLE volume;
    private final int read;
    private final Memory page = new Memory(PAGE);

    private WindowsJournal(WindowsFiles files, WindowsPath drive, HANDLE volume, int read) {
        this.files = files;
        this.drive = drive;
        this.volume = volume;
        this.read = read;
    }

    /** Opens the journal of a drive, such as {@code C:\}. */
    static DriveJournal open(String drive) throws IOException {
        WindowsFiles files = Native.load("kernel32", WindowsFiles.class);
        WindowsPath root = WindowsPath.of(drive);
        HANDLE volume = open("\\\\.\\" + root.drive() + ":", 0);
        if (!WinBase.INVALID_HANDLE_VALUE.equals(volume)) {
            return new WindowsJournal(files, root, volume, READ);
        }
        HANDLE folder = open(root.toString(), WinNT.FILE_FLAG_BACKUP_SEMANTICS);
        if (WinBase.INVALID_HANDLE_VALUE.equals(folder)) {
            throw failure("it can't be opened", Native.getLastError());
        }
        return new WindowsJournal(files, root, folder, READ_UNPRIVILEGED);
    }

    private static HANDLE open(String name, int flags) {
        return Kernel32.INSTANCE.CreateFile(
                name, WinNT.GENERIC_READ, ANY_SHARE, null, WinNT.OPEN_EXISTING, flags, null);
    }

    @Override
    public JournalMark mark() throws IOException {
        return JournalMark.of(control(QUERY, new byte[0], "it can't be asked for"));
    }

    @Override
    public void read(JournalMark since, Consumer<JournalRecord> records) throws IOException {
        since.read(mark(), request -> control(read, request, "it can't be read"), records);
    }

    private ByteBuffer control(int code, byte[] request, String failed) throws IOException {
        IntByReference length = new IntByReference();
        try (Memory in = new Memory(Math.max(request.length, 1))) {
            in.write(0, request, 0, request.length);
            Pointer given = request.length == 0 ? null : in;
            if (!Kernel32.INSTANCE.DeviceIoControl(volume, code, given, request.length, page, PAGE, length, null)) {
                throw failure(failed, Native.getLastError());
            }
        }
        return page.getByteBuffer(0, length.getValue());
    }

    @Override
    public Optional<WindowsPath> path(FileId id) throws IOException {
        HANDLE file;
        try (Memory descriptor = new Memory(24)) {
            byte[] bytes = id.descriptor();
            descriptor.write(0, bytes, 0, bytes.length);
            file = files.OpenFileById(
                    volume,
                    descriptor,
                    WinNT.FILE_READ_ATTRIBUTES,
                    ANY_SHARE,
                    null,
                    WinNT.FILE_FLAG_BACKUP_SEMANTICS | WinNT.FILE_FLAG_OPEN_REPARSE_POINT);
        }
        if (WinBase.INVALID_HANDLE_VALUE.equals(file)) {
            return unseen("a file can't be opened by its number", Native.getLastError());
        }
        try {
            char[] path = new char[LONGEST_PATH];
            int length = files.GetFinalPathNameByHandleW(file, path, path.length, WindowsFiles.VOLUME_NAME_NONE);
            if (length == 0) {
                return unseen("a file does not say its path", Native.getLastError());
            }
            if (length >= path.length) {
                throw new IOException("a path has %d characters".formatted(length));
            }
            return Optional.of(drive.resolve(new String(path, 0, length)));
        } finally {
            Kernel32.INSTANCE.CloseHandle(file);
        }
    }

    /** What is gone, and what this user may not look into and so has in no snapshot, has no place. */
    private static Optional<WindowsPath> unseen(String failed, int error) throws IOException {
        return switch (error) {
            case WinError.ERROR_INVALID_PARAMETER,
                    WinError.ERROR_FILE_NOT_FOUND,
                    WinError.ERROR_PATH_NOT_FOUND,
                    WinError.ERROR_DELETE_PENDING,
                    WinError.ERROR_ACCESS_DENIED -> Optional.empty();
            default -> throw failure(failed, error);
        };
    }

    private static IOException failure(String failed, int error) {
        String why = switch (error) {
            case WinError.ERROR_JOURNAL_NOT_ACTIVE -> "the drive has none (fsutil usn createjournal makes one)";
            case WinError.ERROR_JOURNAL_ENTRY_DELETED -> "more happened than it holds";
            case WinError.ERROR_JOURNAL_DELETE_IN_PROGRESS -> "it is being deleted";
            case WinError.ERROR_INVALID_FUNCTION -> "the drive's file system has none";
            default -> Kernel32Util.formatMessage(error).strip();
        };
        return new IOException("%s: %s (%d)".formatted(failed, why, error));
    }

    @Override
    public void close() {
        page.close();
        Kernel32.INSTANCE.CloseHandle(volume);
    }
}
