package studio.ctnr.engine.sandbox.windows.journal;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.win32.StdCallLibrary;

/**
 * What {@code Kernel32} of JNA Platform lacks.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-openfilebyid">OpenFileById</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getfinalpathnamebyhandlew">
 *     GetFinalPathNameByHandleW</a>
 */
interface WindowsFiles extends StdCallLibrary {
    /** Of the final path: without its volume. */
    int VOLUME_NAME_NONE = 4;

    /** @param descriptor FILE_ID_DESCRIPTOR */
    HANDLE OpenFileById(HANDLE volume, Pointer descriptor, int access, int share, Pointer security, int flags);

    int GetFinalPathNameByHandleW(HANDLE file, char[] path, int units, int flags);
}
