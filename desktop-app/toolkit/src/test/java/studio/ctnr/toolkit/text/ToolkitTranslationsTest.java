package studio.ctnr.toolkit.text;

import studio.ctnr.toolkit.support.TranslationRules;

class ToolkitTranslationsTest extends TranslationRules {
    ToolkitTranslationsTest() {
        super(Translations.from(ToolkitTexts.class::getResourceAsStream));
    }
}
