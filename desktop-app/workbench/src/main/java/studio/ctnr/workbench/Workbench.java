package studio.ctnr.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.engine.run.RuntimeHost;
import studio.ctnr.workbench.audit.AuditLog;
import studio.ctnr.workbench.internal.db.Database;
import studio.ctnr.workbench.internal.db.DatabaseWatch;
import studio.ctnr.workbench.internal.events.Announcements;
import studio.ctnr.workbench.internal.session.ContainerLocks;
import studio.ctnr.workbench.internal.session.Sessions;
import studio.ctnr.workbench.inventory.Inventory;
import studio.ctnr.workbench.inventory.Projects;
import studio.ctnr.workbench.inventory.Trash;
import studio.ctnr.workbench.jobs.InterruptedJobs;
import studio.ctnr.workbench.jobs.Jobs;
import studio.ctnr.workbench.life.BuildService;
import studio.ctnr.workbench.life.CaptureService;
import studio.ctnr.workbench.life.CompareService;
import studio.ctnr.workbench.life.CreateService;
import studio.ctnr.workbench.life.DuplicateService;
import studio.ctnr.workbench.life.EditService;
import studio.ctnr.workbench.life.ExportService;
import studio.ctnr.workbench.life.ImportService;
import studio.ctnr.workbench.life.LeakService;
import studio.ctnr.workbench.life.LifeContext;
import studio.ctnr.workbench.life.RetireService;
import studio.ctnr.workbench.life.RunService;
import studio.ctnr.workbench.life.SnapshotService;
import studio.ctnr.workbench.problem.Problem;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.Problems;
import studio.ctnr.workbench.problem.WorkbenchException;

/**
 * Everything that the studio and the command line do with containers, without a screen. Several may be open on one place,
 * in one process or in many.
 */
public final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final WorkbenchPlace place;
    private final Database database;
    private final Sessions sessions;
    private final Announcements announcements = new Announcements();
    private final DatabaseWatch watch;
    private final AuditLog audit;
    private final Inventory inventory;
    private final Jobs jobs;
    private final Projects projects;
    private final Trash trash;
    private final LifeContext life;
    private final RetireService retiring;
    private final RunService runs;

    private Workbench(WorkbenchPlace place, Optional<RuntimeHost> host, Clock clock, Database database)
            throws IOException, WorkbenchException {
        this.place = place;
        this.database = database;
        this.sessions = new Sessions(place.locks());
        this.audit = new AuditLog(database, clock);
        this.inventory = new Inventory(database, announcements);
        this.watch = new DatabaseWatch(place.database(), inventory::lookAgain);
        this.jobs = new Jobs(database, audit, sessions, announcements, clock, parallel());
        this.projects = new Projects(database, announcements);
        this.trash = new Trash(database, inventory);
        this.life = new LifeContext(
                database,
                inventory,
                jobs,
                new ContainerLocks(place.locks()),
                place.containers(),
                place.trash(),
                place.captures(),
                host,
                clock);
        this.retiring = new RetireService(life, trash);
        this.runs = new RunService(life);
        retiring.recover();
        int cleared = new InterruptedJobs(database, audit, sessions, clock).clear();
        if (cleared > 0) {
            LOG.info("{} jobs of a program that ended before them were cleared away", cleared);
        }
    }

    /** Packing and hashing use every core by themselves: two at a time keep the disk busy between them. */
    private static int parallel() {
        return 2;
    }

    /** Opens the workbench at a place, which is made when it is not there. */
    public static Workbench open(WorkbenchPlace place) throws WorkbenchException {
        return open(place, LifeContext.findHost(), Clock.systemUTC());
    }

    /**
     * Likewise.
     *
     * @param host what starts applications; empty where nothing can
     */
    public static Workbench open(WorkbenchPlace place, Optional<RuntimeHost> host, Clock clock)
            throws WorkbenchException {
        try {
            Files.createDirectories(place.root());
            Database database = Database.open(place.database());
            try {
                return new Workbench(place, host, clock, database);
            } catch (IOException | WorkbenchException | RuntimeException failure) {
                database.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new WorkbenchException(
                    new Problem(
                            ProblemCode.INVENTORY_UNUSABLE.word(),
                            "The place of the inventory can't be used: "
                                    + Problems.of(failure).sentence(),
                            "Set CTNR_STATE to another folder, or mend " + place.root()),
                    failure);
        }
    }

    public WorkbenchPlace place() {
        return place;
    }

    public Inventory inventory() {
        return inventory;
    }

    public Jobs jobs() {
        return jobs;
    }

    public AuditLog audit() {
        return audit;
    }

    /** The captures. */
    public Projects projects() {
        return projects;
    }

    /** What was retired. */
    public Trash trash() {
        return trash;
    }

    public CreateService creating() {
        return new CreateService(life);
    }

    public CaptureService capturing() {
        return new CaptureService(life, projects, place.rules());
    }

    public BuildService building() {
        return new BuildService(life, projects, retiring);
    }

    public RunService running() {
        return runs;
    }

    public SnapshotService snapshots() {
        return new SnapshotService(life);
    }

    public LeakService checking() {
        return new LeakService(life);
    }

    public ExportService exporting() {
        return new ExportService(life);
    }

    public ImportService importing() {
        return new ImportService(life);
    }

    public DuplicateService duplicating() {
        return new DuplicateService(life);
    }

    public CompareService comparing() {
        return new CompareService(life);
    }

    public RetireService retiring() {
        return retiring;
    }

    public EditService editing() {
        return new EditService(database, inventory, audit);
    }

    /** Cancels what runs, waits until it has cleaned up, tells listeners the rest, and lets the inventory go. */
    @Override
    public void close() throws WorkbenchException {
        try {
            jobs.close();
            watch.close();
            announcements.close();
            sessions.close();
        } catch (IOException failure) {
            LOG.warn("The workbench did not close well", failure);
        } finally {
            database.close();
        }
    }
}
