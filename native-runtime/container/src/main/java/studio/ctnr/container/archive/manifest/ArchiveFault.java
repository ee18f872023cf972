package studio.ctnr.container.archive.manifest;

import java.util.Locale;

/** Why an archive is refused, or could not be made or unpacked. The names are stable: scripts and logs rely on them. */
public enum ArchiveFault {
    /** The file does not begin as an archive does. */
    NOT_AN_ARCHIVE,
    /** The file ends before the archive does. */
    TRUNCATED,
    /** Something follows the archive's end. */
    TRAILING_DATA,
    /** A member that the format does not know. */
    UNKNOWN_MEMBER,
    /** A member that the format knows, in the wrong place. */
    MEMBER_ORDER,
    /** A member's header or padding differs from the one that the format prescribes. */
    MEMBER_HEADER,
    /** The payload is encrypted. */
    ENCRYPTED,
    /** The archive was made to a later version of the format. */
    NEWER_FORMAT,
    /** The manifest, or the number of its entries, is beyond every reasonable container. */
    MANIFEST_TOO_BIG,
    /** The manifest is not JSON, or lacks something, or holds a value of a wrong kind. */
    MANIFEST_INVALID,
    /** A member's bytes do not have the SHA-256 that SHA256SUMS gives. */
    CHECKSUM_MISMATCH,
    /** The entries do not have the Merkle root that the manifest gives. */
    MERKLE_MISMATCH,
    /** A path that starts at the root. */
    ABSOLUTE_PATH,
    /** A path with {@code .} or {@code ..} in it. */
    PATH_ESCAPES,
    /** A path that starts with a drive. */
    DRIVE_LETTER,
    /** A path that starts with a server's name. */
    NETWORK_PATH,
    /** A name that Windows keeps for a device. */
    DEVICE_NAME,
    /** A name that ends with a dot or a space. */
    TRAILING_DOT_OR_SPACE,
    /** A colon in the path of something that is not declared as a stream. */
    UNNAMED_STREAM,
    /** A name that Windows can't have for any other reason. */
    BAD_NAME,
    /** The same path twice. */
    DUPLICATE_PATH,
    /** Two paths that differ only in case. */
    CASE_COLLISION,
    /** Something that lies in a folder, or belongs to a file, which the manifest does not declare. */
    MISSING_PARENT,
    /** The entries are not in the order that the format prescribes. */
    ENTRY_ORDER,
    /** A symbolic or hard link, or another kind of file that a container does not hold. */
    LINK,
    /** The manifest, the payload and the seek table disagree about a size or an offset. */
    SIZE_MISMATCH,
    /** The seek table is damaged or lies. */
    SEEK_TABLE,
    /** A part of the payload can't be decompressed. */
    FRAME_DAMAGED,
    /** A file does not have the SHA-256 that the manifest gives. */
    CONTENT_MISMATCH,
    /** The payload is not the one that the manifest describes. */
    PAYLOAD_MISMATCH,
    /** The disk has too little room for what the manifest declares. */
    DISK_FULL,
    /** Something is already at the goal. */
    GOAL_EXISTS,
    /** Another process is writing to the same goal. */
    IN_USE,
    /** The goal's file system can't hold what the archive has. */
    HOST_CANNOT_STORE,
    /** What was written does not agree with the manifest. */
    TREE_MISMATCH,
    /** A file of the folder was changed while it was being read. */
    SOURCE_CHANGED,
    /** What was asked for does not exist. */
    NOT_FOUND;

    /** The name as messages and JSON show it: lower case, with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
