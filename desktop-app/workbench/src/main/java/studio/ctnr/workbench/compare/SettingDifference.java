package studio.ctnr.workbench.compare;

import java.util.Optional;

/**
 * A setting of config.yml in which two containers differ.
 *
 * @param path such as {@code entrypoints[App].target}: items of lists go by what names them, where something does
 * @param before as it is written
 */
public record SettingDifference(String path, Change change, Optional<String> before, Optional<String> after) {}
