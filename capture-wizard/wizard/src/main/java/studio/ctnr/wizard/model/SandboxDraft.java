package studio.ctnr.wizard.model;

/**
 * How the clean machine is to be.
 *
 * @param network whether installers reach the network
 * @param windowsVersion a name that winecfg knows, {@code win10}
 * @param minutes how long each step may take
 * @param contained whether a host that can't lock installers in is refused
 */
public record SandboxDraft(boolean network, String windowsVersion, int minutes, boolean contained) {
    public static final SandboxDraft DEFAULT = new SandboxDraft(false, "win10", 15, true);
}
