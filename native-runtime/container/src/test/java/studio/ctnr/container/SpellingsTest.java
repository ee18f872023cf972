package studio.ctnr.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpellingsTest {
    private final Spellings spellings = new Spellings();

    @Test
    void namesThatDifferOnlyInCaseAreBothNamed() throws CaseCollisionException {
        spellings.add("rootfs/Windows/a.txt");
        spellings.add("rootfs/Windows/b.txt");
        spellings.add("rootfs/Windows/a.txt");
        assertThatThrownBy(() -> spellings.add("rootfs/Windows/A.TXT"))
                .isInstanceOf(CaseCollisionException.class)
                .hasMessageContaining("rootfs/Windows/a.txt and rootfs/Windows/A.TXT");
    }

    @Test
    void foldersThatDifferOnlyInCaseAreFoundThroughTheirFiles() throws CaseCollisionException {
        spellings.add("rootfs/Windows/a.txt");
        assertThatThrownBy(() -> spellings.add("rootfs/windows/b.txt"))
                .hasMessageContaining("rootfs/Windows and rootfs/windows");
    }

    @Test
    void aSpellingThatIsKnownIsAdopted() throws CaseCollisionException {
        spellings.add("rootfs/Windows/App/a.txt");
        assertThat(spellings.adopt("rootfs/WINDOWS/app/New/B.txt")).isEqualTo("rootfs/Windows/App/New/B.txt");
        assertThat(spellings.adopt("other")).isEqualTo("other");
    }
}
