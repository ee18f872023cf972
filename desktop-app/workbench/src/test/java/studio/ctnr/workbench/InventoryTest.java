package studio.ctnr.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.ctnr.workbench.inventory.ContainerFacts;
import studio.ctnr.workbench.inventory.ContainerRecord;
import studio.ctnr.workbench.inventory.Finding;
import studio.ctnr.workbench.inventory.Finding.Severity;
import studio.ctnr.workbench.inventory.Inventory;
import studio.ctnr.workbench.inventory.InventoryChange;
import studio.ctnr.workbench.problem.ProblemCode;
import studio.ctnr.workbench.problem.WorkbenchException;

class InventoryTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path temporary;

    private Workbench workbench;
    private Inventory inventory;

    @BeforeEach
    void open() throws Exception {
        workbench = Workbench.open(new WorkbenchPlace(temporary.resolve("state")));
        inventory = workbench.inventory();
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
    }

    private ContainerRecord add(String id) throws Exception {
        Path folder = Samples.container(temporary.resolve(id), id);
        return inventory.add(ContainerFacts.read(folder), folder, true, false, NOW);
    }

    @Test
    void a_container_is_kept_with_what_its_folder_says() throws Exception {
        ContainerRecord added = add("alpha");
        assertThat(inventory.list()).containsExactly(added);
        assertThat(added.name()).isEqualTo("App alpha");
        assertThat(added.publisher()).contains("Müller & Söhne");
        assertThat(added.created()).isEqualTo(NOW);
        assertThat(added.files()).isEqualTo(3);
        assertThat(added.size()).isGreaterThan(100);
        assertThat(inventory.at(temporary.resolve("x/../alpha"))).contains(added);
    }

    @Test
    void it_outlives_the_workbench() throws Exception {
        ContainerRecord added = add("alpha");
        workbench.close();
        open();
        assertThat(inventory.list()).containsExactly(added);
    }

    @Test
    void an_id_is_given_once() throws Exception {
        ContainerRecord added = add("alpha");
        Path other = Samples.container(temporary.resolve("other"), "alpha");
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> inventory.add(ContainerFacts.read(other), other, true, false, NOW))
                .matches(failure -> failure.is(ProblemCode.ID_TAKEN))
                .withMessageContaining("alpha");
        assertThat(inventory.list()).containsExactly(added);
    }

    @Test
    void a_search_finds_every_word_whatever_its_case_and_accents() throws Exception {
        add("alpha");
        add("beta.1");
        assertThat(inventory.search("MULLER app")).hasSize(2);
        assertThat(inventory.search("soh bet")).extracting(ContainerRecord::id).containsExactly("beta.1");
        assertThat(inventory.search("a_1")).isEmpty();
        assertThat(inventory.search("100%")).isEmpty();
        assertThat(inventory.search(" ")).hasSize(2);
        inventory.setTags("alpha", new TreeSet<>(List.of("Oficina")));
        assertThat(inventory.search("oficina")).extracting(ContainerRecord::id).containsExactly("alpha");
    }

    @Test
    void tags_and_findings_come_with_their_container() throws Exception {
        add("alpha");
        inventory.setTags("alpha", new TreeSet<>(List.of("office", "2026")));
        Finding warns = new Finding(Severity.WARNS, "guess", "app.exe", "It was guessed", "");
        Finding blocks = new Finding(Severity.BLOCKS, "driver", "x.sys", "It needs a driver", "None");
        inventory.setFindings("alpha", List.of(warns, blocks));
        ContainerRecord alpha = inventory.get("alpha");
        assertThat(alpha.tags()).containsExactly("2026", "office");
        assertThat(alpha.findings()).containsExactly(blocks, warns);
        assertThat(alpha.isBlocked()).isTrue();
        assertThat(inventory.tags()).containsExactly("2026", "office");
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> inventory.setTags("alpha", new TreeSet<>(List.of("a\nb"))))
                .matches(failure -> failure.is(ProblemCode.BAD_VALUE));
        assertThat(inventory.get("alpha").tags()).containsExactly("2026", "office");
    }

    @Test
    void a_listener_hears_what_another_workbench_changes() throws Exception {
        BlockingQueue<InventoryChange> heard = new LinkedBlockingQueue<>();
        inventory.addListener(heard::add);
        try (Workbench other = Workbench.open(workbench.place())) {
            Path folder = Samples.container(temporary.resolve("alpha"), "alpha");
            ContainerRecord added = other.inventory().add(ContainerFacts.read(folder), folder, true, false, NOW);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new InventoryChange.Added(added));
            other.inventory().started("alpha", NOW);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new InventoryChange.Changed(inventory.get("alpha")));
            other.inventory().remove("alpha");
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new InventoryChange.Removed("alpha"));
        }
    }
}
