package studio.ctnr.studio.editor.registry;

/**
 * A key that somebody comes back to.
 *
 * @param path of the key, which may be gone meanwhile
 */
record Favourite(String name, String path) {}
