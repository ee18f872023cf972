package studio.ctnr.wizard.text;

import studio.ctnr.toolkit.support.TranslationRules;
import studio.ctnr.toolkit.text.Translations;

class WizardTranslationsTest extends TranslationRules {
    WizardTranslationsTest() {
        super(Translations.from(Texts.class::getResourceAsStream));
    }
}
