package studio.ctnr.wizard.preview.view;

import java.util.List;
import studio.ctnr.engine.inspect.Signature;
import studio.ctnr.engine.inspect.Signature.State;
import studio.ctnr.wizard.text.Texts;

/** A program's signature in words. */
public record SignatureWords(Signature signature) {
    /** Who signed, and whether the program is what was signed. */
    public String state() {
        String signer = signature.signer().orElse("");
        return switch (signature.state()) {
            case VERIFIED -> Texts.text("signature.verified", signer);
            case ALTERED -> Texts.text("signature.altered", signer);
            case UNREADABLE -> Texts.text("signature.unreadable");
        };
    }

    /** The class of a label for it. */
    public String style() {
        return switch (signature.state()) {
            case VERIFIED -> "success";
            case ALTERED -> "danger";
            case UNREADABLE -> "warning";
        };
    }

    public boolean hasChain() {
        return signature.state() != State.UNREADABLE;
    }

    /** Who vouches for who signed, and whether that is trusted here. */
    public String chain() {
        List<String> above = signature.signers().subList(1, signature.signers().size());
        if (above.isEmpty()) {
            return Texts.text(signature.known() ? "signature.root" : "signature.nobody");
        }
        return Texts.text(signature.known() ? "signature.known" : "signature.unknown", String.join(" ← ", above));
    }
}
