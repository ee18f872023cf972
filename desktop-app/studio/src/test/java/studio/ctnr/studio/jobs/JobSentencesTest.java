package studio.ctnr.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.toolkit.text.Language;
import studio.ctnr.workbench.Workbench;
import studio.ctnr.workbench.WorkbenchPlace;
import studio.ctnr.workbench.audit.Caller;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.jobs.JobRecord;
import studio.ctnr.workbench.life.ImportService;
import studio.ctnr.workbench.life.NewContainer;
import studio.ctnr.workbench.life.Packing;

class JobSentencesTest {
    private static final Caller CALLER = Caller.ofProcess("test");

    @AfterEach
    void speakEnglish() {
        Language.speak(Language.ENGLISH);
    }

    @Test
    void whatTheWorkbenchDoesWithAContainerIsSaidInSpanish(@TempDir Path folder) throws Exception {
        Set<String> doing = ConcurrentHashMap.newKeySet();
        try (Workbench workbench = Workbench.open(new WorkbenchPlace(folder.resolve("state")))) {
            workbench.jobs().addListener(job -> doing.add(job.progress().doing()));
            live(workbench, folder.resolve("tally.ctnr"));
            Language.speak(Language.SPANISH);

            assertThat(workbench.jobs().latest(20).reversed().stream()
                            .map(JobRecord::title)
                            .map(JobSentences::title))
                    .containsExactly(
                            "Crear Tally",
                            "Duplicar Tally",
                            "Instantánea de Tally",
                            "Comprobar las instantáneas de Tally",
                            "Exportar Tally",
                            "Comparar tally con copy",
                            "Importar tally.ctnr",
                            "Retirar Tally",
                            "Recuperar Tally");
        }
        assertThat(doing.stream().filter(JobSentencesTest::isSentence))
                .contains("making the folders")
                .allSatisfy(each -> assertThat(JobSentences.doing(each)).isNotEqualTo(each));
    }

    /** Not the name of a file or the hash of a chunk, which are the same in every language. */
    private static boolean isSentence(String doing) {
        return doing.matches("[a-z]+ing|[^/.]+ [^/.]+");
    }

    private static void live(Workbench workbench, Path archive) throws Exception {
        NewContainer wanted = new NewContainer(Optional.of("tally"), "Tally", "1.0");
        ContainerRecord made = workbench.creating().empty(wanted, CALLER).await();
        String id = made.id();
        workbench
                .duplicating()
                .duplicate(id, Optional.of("copy"), Optional.of("Copy"), CALLER)
                .await();
        workbench.snapshots().create(id, "clean", CALLER).await();
        workbench.snapshots().verify(id, CALLER).await();
        workbench.exporting().archive(id, archive, Packing.DEFAULT, CALLER).await();
        workbench.comparing().compare(id, "copy", CALLER).await();
        workbench
                .importing()
                .take(archive, ImportService.Way.COPY, Optional.of("again"), CALLER)
                .await();
        workbench.retiring().retire(id, CALLER).await();
        workbench.retiring().bringBack(workbench.trash().get(id), CALLER).await();
    }

    @Test
    void whatIsNoSentenceOfTheWorkbenchStaysAsItIs() {
        Language.speak(Language.SPANISH);

        assertThat(JobSentences.doing("rootfs/Program Files/x.dll")).isEqualTo("rootfs/Program Files/x.dll");
        assertThat(JobSentences.title("Exporting")).isEqualTo("Exporting");
        assertThat(List.of(JobSentences.title("Compare a {0} with b"), JobSentences.title("Export x’y 'z'")))
                .containsExactly("Comparar a {0} con b", "Exportar x’y 'z'");
    }

    @Test
    void englishStaysWordForWord() {
        assertThat(JobSentences.title("Delete a snapshot of Tally")).isEqualTo("Delete a snapshot of Tally");
    }
}
