package studio.ctnr.container.config;

/**
 * A kind of address that the application opens.
 *
 * @param scheme what stands before the colon, such as {@code mailto}
 * @param command the command line that opens one
 */
public record ProtocolHandler(String scheme, String command) {}
