/** What a container is: its folder, its config.yml, its registry hives and its .ctnr archive. */
module studio.ctnr.container {
    requires com.github.luben.zstd_jni;
    requires com.networknt.schema;
    requires org.apache.commons.compress;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    exports studio.ctnr.container;
    exports studio.ctnr.container.archive;
    exports studio.ctnr.container.archive.manifest;
    exports studio.ctnr.container.config;
    exports studio.ctnr.container.hive;
    exports studio.ctnr.container.reg;
    exports studio.ctnr.container.snapshot;
    exports studio.ctnr.container.view;
}
