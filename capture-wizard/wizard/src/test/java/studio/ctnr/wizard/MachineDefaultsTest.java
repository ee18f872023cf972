package studio.ctnr.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.ctnr.toolkit.page.Desk;
import studio.ctnr.wizard.host.MachineDefaults;
import studio.ctnr.wizard.model.SandboxDraft;
import studio.ctnr.wizard.support.WizardTest;

/** What the program around the wizard prefers is where a capture begins. */
class MachineDefaultsTest extends WizardTest {
    @Test
    void aNewCaptureBeginsAsThePreferencesSay() {
        Desk desk = window();
        host.machine = new MachineDefaults(true, "win7", 60);

        Wizard wizard = onFx(() -> Wizard.begin(host, desk, List.of()));

        assertThat(wizard.model().sandboxProperty().get()).isEqualTo(new SandboxDraft(true, "win7", 60, true));
    }

    @Test
    void aMachineThatWineCanNotBeIsRefused() {
        assertThatThrownBy(() -> new MachineDefaults(false, "win95", 15)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MachineDefaults(false, "win10", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void versionsAreCalledAsPeopleKnowThem() {
        assertThat(MachineDefaults.WINDOWS.stream().map(MachineDefaults::nameOf))
                .containsExactly("Windows 11", "Windows 10", "Windows 8.1", "Windows 8", "Windows 7", "Windows Vista");
    }
}
