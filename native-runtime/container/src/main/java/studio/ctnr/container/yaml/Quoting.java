package studio.ctnr.container.yaml;

/** How a text stands in a YAML document. */
public enum Quoting {
    PLAIN,
    SINGLE,
    DOUBLE
}
