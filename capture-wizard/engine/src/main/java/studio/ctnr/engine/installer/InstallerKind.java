package studio.ctnr.engine.installer;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The tool that made an installer, told by a marker in its bytes, with the switches that make it install without
 * asking. Of several markers in one file, the one that is named first here decides: a bootstrapper comes before what it
 * carries.
 */
public enum InstallerKind {
    /** A WiX bundle: its attached containers are announced by a PE section of this name. */
    WIX_BURN("WiX bundle", ascii(".wixburn"), "/quiet", "/norestart"),
    /** Electron's usual installer; the marker is the folder that its setup unpacks into. */
    SQUIRREL("Squirrel", wide("SquirrelTemp"), "--silent"),
    /** The marker begins the setup data; the version follows it in parentheses. */
    INNO_SETUP(
            "Inno Setup", ascii("Inno Setup Setup Data ("), "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART", "/SP-"),
    /** The marker is the first header of the appended data, 0xDEADBEEF and a signature. */
    NSIS("NSIS", bytes("\u00ef\u00be\u00ad\u00deNullsoftInst"), "/S"),
    INSTALLSHIELD("InstallShield", ascii("ISSetupStream"), "/s", "/v\"/qn\""),
    ADVANCED_INSTALLER("Advanced Installer", ascii("ADVINSTSFX"), "/exenoui", "/qn"),
    INSTALL4J("install4j", ascii("com/install4j/"), "-q"),
    WISE("Wise", ascii("WiseMain"), "/s"),
    SEVEN_ZIP_SFX("7-Zip self-extractor", ascii(";!@Install@!UTF-8!"), "-y"),
    /** A Windows Installer database: an OLE compound file. */
    MSI("Windows Installer", null, "/qn", "/norestart"),
    SCRIPT("batch file", null),
    UNKNOWN("program", null);

    private final String title;
    private final byte[] marker;
    private final List<String> silentArguments;

    InstallerKind(String title, byte[] marker, String... silentArguments) {
        this.title = title;
        this.marker = marker;
        this.silentArguments = List.of(silentArguments);
    }

    /** The tool's own name for itself. */
    public String title() {
        return title;
    }

    /** The arguments that make it install without asking; empty when none are known. */
    public List<String> silentArguments() {
        return silentArguments;
    }

    /** The bytes that give it away; null when it is told otherwise. */
    byte[] marker() {
        return marker;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
