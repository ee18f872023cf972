package studio.ctnr.container.yaml;

/** Finds the characters that YAML does not allow, so that they are told by their place. */
final class UnfitCharacters {
    private UnfitCharacters() {}

    static void refuse(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < 0x20 && c != '\n' && c != '\r' && c != '\t' || c >= 0x7f && c < 0xa0 && c != 0x85;
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (control || c >= 0xfffe || Character.isSurrogate(c) && !pair) {
                throw new YamlException(
                        i,
                        "the character U+%04X is not allowed in YAML; in double quotes it is written as \\u%04x"
                                .formatted((int) c, (int) c));
            }
            if (pair) {
                i++;
            }
        }
    }
}
