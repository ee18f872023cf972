package studio.ctnr.workbench.life;

import java.nio.file.Files;
import java.util.Optional;
import studio.ctnr.container.ContainerFolder;
import studio.ctnr.container.config.ConfigDocument;
import studio.ctnr.container.config.ContainerConfig;
import studio.ctnr.container.hive.Hive;
import studio.ctnr.engine.build.FolderBuild;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.audit.Operation;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.Job;
import studio.ctnr.workbench.jobs.JobContext;
import studio.ctnr.workbench.jobs.JobKind;
import studio.ctnr.workbench.jobs.JobRequest;
import studio.ctnr.workbench.problem.WorkbenchException;

/** Makes containers that hold no application yet: folders, a config.yml, empty hives and the runtime. */
public final class CreateService {
    private final LifeContext life;

    /** Made by the workbench. */
    public CreateService(LifeContext life) {
        this.life = life;
    }

    /** A container with nothing in it. */
    public Job<ContainerRecord> empty(NewContainer wanted, Caller caller) throws WorkbenchException {
        return create(wanted, Optional.empty(), caller);
    }

    /** A container with what a kind of application needs. */
    public Job<ContainerRecord> fromTemplate(Template template, NewContainer wanted, Caller caller)
            throws WorkbenchException {
        return create(wanted, Optional.of(template), caller);
    }

    private Job<ContainerRecord> create(NewContainer wanted, Optional<Template> template, Caller caller)
            throws WorkbenchException {
        String id = wanted.id().isPresent()
                ? ContainerIds.checked(wanted.id().get())
                : ContainerIds.free(life.inventory(), wanted.name());
        JobRequest request = JobRequest.of(
                JobKind.CREATE,
                Operation.CREATE,
                id,
                "Create " + wanted.name(),
                caller,
                template.map(Template::name).orElse("empty"));
        return life.jobs().submit(request, job -> {
            Arrival arrival = new Arrival(life, job);
            arrival.claim(id);
            make(arrival, id, wanted, template, job);
            return arrival.enter(false);
        });
    }

    private static void make(
            Arrival arrival, String id, NewContainer wanted, Optional<Template> template, JobContext job)
            throws Exception {
        job.at("making the folders", 0, 3);
        ContainerFolder folder = ContainerFolder.create(arrival.draft());
        ConfigDocument config = ConfigDocument.create(
                ContainerConfig.builder(id, wanted.name(), wanted.version()).build());
        if (template.isPresent()) {
            config = template.get()
                    .config()
                    .remove("description")
                    .set("id", id)
                    .set("name", wanted.name())
                    .set("version", wanted.version());
            for (String path : template.get().folders()) {
                Files.createDirectories(folder.resolve(path));
            }
        }
        config.write(folder.config());
        job.at("making the registry", 1, 3);
        Hive.empty().write(folder.hkcuHive());
        Hive.empty().write(folder.hklmSoftwareHive());
        job.at("putting the runtime in", 2, 3);
        FolderBuild.renew(folder.root(), false);
    }
}
