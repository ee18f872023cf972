package studio.ctnr.engine.installer;

/**
 * The exit codes that mean success, in the words of Windows Installer, which most other installers use too.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/msi/error-codes">Windows Installer error codes</a>
 */
public final class SuccessCodes {
    private static final long DONE = 0;
    private static final long RESTART_BEGUN = 1641;
    private static final long RESTART_NEEDED = 3010;

    private SuccessCodes() {}

    /** Whether {@code exitCode}, all 32 bits of it, says that the installation is complete. */
    public static boolean contains(long exitCode) {
        return exitCode == DONE || exitCode == RESTART_BEGUN || exitCode == RESTART_NEEDED;
    }
}
