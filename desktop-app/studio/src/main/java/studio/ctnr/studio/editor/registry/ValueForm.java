package studio.ctnr.studio.editor.registry;

import java.util.Optional;
import javafx.scene.Node;
import studio.ctnr.container.hive.RegistryValue;

/** Fields in which the data of one value is edited, as fits its type. */
interface ValueForm {
    /** The fields. */
    Node node();

    /** The data as the fields have it; empty while they make no sense, and then they say why. */
    Optional<byte[]> data();

    /** Where typing begins. */
    Node first();

    /**
     * The form that fits a value: one whose data is not what its type promises is edited byte by byte.
     *
     * @param commit called when the user is done with a field
     */
    static ValueForm of(RegistryValue value, Runnable commit) {
        return switch (ValueKind.of(value)) {
            case TEXT -> new TextForm(value, commit);
            case TEXTS -> new TextsForm(value, commit);
            case DWORD -> new NumberForm(value, Integer.SIZE, commit);
            case QWORD -> new NumberForm(value, Long.SIZE, commit);
            case BYTES -> new BytesForm(value, commit);
        };
    }
}
