package studio.ctnr.engine.internal.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;

/** Writes the YAML files of a project, as a person would: a key or item a line, two blanks deeper each. */
public final class YamlText {
    private static final DumpSettings STYLE = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
            .setSplitLines(false)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();

    private YamlText() {}

    /**
     * @param comment of one line, which becomes the first
     * @param top in the order of its keys
     */
    public static String of(String comment, Map<String, Object> top) {
        return "# " + comment + "\n" + new Dump(STYLE).dumpToString(top);
    }
}
