package studio.ctnr.engine.change;

import java.time.Instant;

/**
 * What is known of a file or folder at one moment.
 *
 * @param folder whether it is a folder
 * @param size in bytes; 0 for a folder
 * @param modified the last write
 * @param attributes the FILE_ATTRIBUTE_* bits that an engineer cares for: read-only 1, hidden 2, system 4; others may
 *     be set
 */
public record FileState(boolean folder, long size, Instant modified, int attributes) {}
