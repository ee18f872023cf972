package studio.ctnr.studio.text;

import studio.ctnr.toolkit.support.TranslationRules;
import studio.ctnr.toolkit.text.Translations;

class StudioTranslationsTest extends TranslationRules {
    StudioTranslationsTest() {
        super(Translations.from(Texts.class::getResourceAsStream));
    }
}
