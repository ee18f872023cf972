package studio.ctnr.engine.projection.text;

import java.util.List;

/**
 * In which text files the capture machine's names become variables: in settings, which are told by their extension, unless
 * somebody says otherwise. Both are globs over container paths ({@code rootfs/ProgramFiles/App/*.ini}, {@code **.json}),
 * without regard to case.
 *
 * @param further other files that get variables, whatever their extension
 * @param asCaptured files that stay as they are; these win
 */
public record TextChoice(List<String> further, List<String> asCaptured) {
    /** Settings, and nothing else. */
    public static final TextChoice USUAL = new TextChoice(List.of(), List.of());

    public TextChoice {
        further = List.copyOf(further);
        asCaptured = List.copyOf(asCaptured);
    }
}
