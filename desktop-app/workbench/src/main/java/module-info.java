/** The workbench: an inventory of containers, jobs, and a service for each step of a container's life. No screen. */
module studio.ctnr.workbench {
    requires java.desktop;
    requires java.sql;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires transitive studio.ctnr.engine;

    exports studio.ctnr.workbench;
    exports studio.ctnr.workbench.audit;
    exports studio.ctnr.workbench.compare;
    exports studio.ctnr.workbench.icon;
    exports studio.ctnr.workbench.inventory;
    exports studio.ctnr.workbench.jobs;
    exports studio.ctnr.workbench.life;
    exports studio.ctnr.workbench.problem;
}
