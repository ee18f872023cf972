package studio.ctnr.engine.sandbox.windows.journal;

/**
 * That a file or folder was changed.
 *
 * @param file what was changed
 * @param parent the folder that it lay in then
 * @param name its name in there; empty where the journal does not say, which it tells an administrator only
 * @param reasons USN_REASON_*, of everything since it was opened
 * @param folder whether it is one
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-usn_record_v2">USN_RECORD_V2</a>, for
 *     the reasons
 */
record JournalRecord(FileId file, FileId parent, String name, int reasons, boolean folder) {
    static final int CREATED = 0x100;
    static final int DELETED = 0x200;
    static final int OLD_NAME = 0x1000;
    static final int NEW_NAME = 0x2000;
    static final int HARD_LINK = 0x1_0000;
    static final int REPARSE_POINT = 0x10_0000;

    /** That there may be another name than the present one. */
    static final int OTHER_NAMES = DELETED | OLD_NAME | NEW_NAME | HARD_LINK;

    /** That a name came, went, or leads elsewhere. */
    static final int NAMES = OTHER_NAMES | CREATED | REPARSE_POINT;
}
