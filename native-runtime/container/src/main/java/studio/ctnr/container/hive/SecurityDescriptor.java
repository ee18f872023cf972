package studio.ctnr.container.hive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The security that a new hive's keys have. Windows loads no key without a descriptor, and {@code RegLoadAppKey} wants
 * the same one on every key, open to the caller. A container moves between machines, so no user of one of them may stand
 * in it: the file's own permissions decide who gets at the hive, and inside it everyone has full access.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regloadappkeyw">RegLoadAppKey</a>
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/">MS-DTYP, 2.4.6</a>
 */
final class SecurityDescriptor {
    private static final int HEADER = 20;
    private static final int ACL_HEADER = 8;
    private static final short DACL_PRESENT_SELF_RELATIVE = (short) 0x8004;
    private static final byte CONTAINER_INHERIT = 2;
    private static final int KEY_ALL_ACCESS = 0xf003f;

    private static final byte[] ADMINISTRATORS = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0};
    private static final byte[] SYSTEM = {1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0};
    private static final byte[] EVERYONE = {1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    private static final byte[] OPEN = build(SYSTEM, ADMINISTRATORS, EVERYONE);

    private SecurityDescriptor() {}

    /** In SDDL: {@code O:BAG:SYD:(A;CI;KA;;;SY)(A;CI;KA;;;BA)(A;CI;KA;;;WD)}. */
    static byte[] everyone() {
        return OPEN;
    }

    private static byte[] build(byte[]... trustees) {
        int acl = ACL_HEADER;
        for (byte[] sid : trustees) {
            acl += 8 + sid.length;
        }
        int owner = HEADER + acl;
        int group = owner + ADMINISTRATORS.length;
        ByteBuffer out = ByteBuffer.allocate(group + SYSTEM.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 1).put((byte) 0).putShort(DACL_PRESENT_SELF_RELATIVE);
        out.putInt(owner).putInt(group).putInt(0).putInt(HEADER);
        out.put((byte) 2).put((byte) 0).putShort((short) acl).putShort((short) trustees.length);
        out.putShort((short) 0);
        for (byte[] sid : trustees) {
            out.put((byte) 0).put(CONTAINER_INHERIT).putShort((short) (8 + sid.length));
            out.putInt(KEY_ALL_ACCESS).put(sid);
        }
        return out.put(ADMINISTRATORS).put(SYSTEM).array();
    }
}
