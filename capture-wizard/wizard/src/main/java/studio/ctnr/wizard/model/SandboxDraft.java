package studio.ctnr.wizard.model;

import studio.ctnr.wizard.host.MachineDefaults;

/**
 * How the clean machine is to be.
 *
 * @param network whether installers reach the network
 * @param windowsVersion a name that winecfg knows, {@code win10}
 * @param minutes how long each step may take
 * @param contained whether a host that can't lock installers in is refused
 */
public record SandboxDraft(boolean network, String windowsVersion, int minutes, boolean contained) {
    public static final SandboxDraft DEFAULT = of(MachineDefaults.FIRST);

    /** As captures begin; a host that can't lock installers in is never accepted unasked. */
    public static SandboxDraft of(MachineDefaults machine) {
        return new SandboxDraft(machine.network(), machine.windowsVersion(), machine.minutes(), true);
    }
}
