package studio.ctnr.engine.projection.internal.pe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/** Makes the resources of an .ico file: one for each image, and the group that names them. {@link IconFile} is the way back. */
public final class IconResources {
    private static final int IMAGES_AT_MOST = 64;
    private static final int IMAGE_BYTES_AT_MOST = 4 << 20;

    private IconResources() {}

    /** The group gets the number 1, which makes it the icon that Windows shows for the program. */
    public static List<ResourceLeaf> of(Bytes file) throws Damaged {
        int count = file.u16(4);
        if (!IconFile.isIcon(file) || count > IMAGES_AT_MOST) {
            throw new Damaged("Not an icon file of at most %d images".formatted(IMAGES_AT_MOST), 0);
        }
        List<ResourceLeaf> leaves = new ArrayList<>();
        ByteBuffer group = ByteBuffer.allocate(6 + 14 * count).order(ByteOrder.LITTLE_ENDIAN);
        group.putShort((short) 0).putShort((short) 1).putShort((short) count);
        for (int i = 0; i < count; i++) {
            long entry = 6 + 16L * i;
            byte[] image = file.part(file.u32(entry + 12), file.u32(entry + 8)).copy(IMAGE_BYTES_AT_MOST);
            group.put(file.part(entry, 8).copy(8)).putInt(image.length).putShort((short) (i + 1));
            leaves.add(new ResourceLeaf(Resources.RT_ICON, i + 1, 0, image));
        }
        leaves.add(new ResourceLeaf(Resources.RT_GROUP_ICON, 1, 0, group.array()));
        return leaves;
    }
}
