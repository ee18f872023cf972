package studio.ctnr.studio.library;

import studio.ctnr.studio.text.Texts;

/** What people call a template; one that the studio has no words for keeps its own name. */
final class TemplateName {
    private TemplateName() {}

    static String of(String template) {
        String key = "new.template." + template;
        String text = Texts.text(key);
        return text.equals(key) ? template : text;
    }
}
