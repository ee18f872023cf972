package studio.ctnr.studio.library;

import studio.ctnr.studio.bench.CaptureSummary;
import studio.ctnr.studio.text.Texts;
import studio.ctnr.workbench.inventory.ContainerRecord;

/** What a new container begins with. */
sealed interface Beginning {
    /** As a person reads it in a list. */
    String label();

    record Empty() implements Beginning {
        @Override
        public String label() {
            return Texts.text("new.empty");
        }
    }

    record OfTemplate(String template) implements Beginning {
        @Override
        public String label() {
            return TemplateName.of(template);
        }
    }

    record Copy(ContainerRecord container) implements Beginning {
        @Override
        public String label() {
            return Texts.text("new.copy", container.name(), container.version());
        }
    }

    record Captured(CaptureSummary capture) implements Beginning {
        @Override
        public String label() {
            return Texts.text("new.captured", capture.name());
        }
    }
}
