package studio.ctnr.engine.projection.internal.pe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.bytes.Damaged;

/**
 * Makes an .ico file of an icon group: the group's directory and the file's differ only in how they name the images, so
 * the images are taken over byte for byte.
 *
 * @see <a href="https://devblogs.microsoft.com/oldnewthing/20120720-00/?p=7083">The format of icon resources</a>
 */
public final class IconFile {
    private static final int IMAGES_AT_MOST = 64;
    private static final int IMAGE_BYTES_AT_MOST = 4 << 20;
    private static final int FILE_BYTES_AT_MOST = 16 << 20;

    private IconFile() {}

    /**
     * The icon that a shortcut names by {@code index}: from 0 the groups in their order, below 0 the group with that
     * number for a name (-101 is the group 101).
     *
     * @return the bytes of an .ico file; empty when the image has no such icon
     */
    public static Optional<byte[]> of(Resources resources, int index) throws Damaged {
        List<Resources.Named> groups = resources.ofType(Resources.RT_GROUP_ICON);
        if (index >= 0) {
            return index < groups.size()
                    ? Optional.of(assemble(resources, resources.data(groups.get(index))))
                    : Optional.empty();
        }
        for (Resources.Named group : groups) {
            if (group.id() == -(long) index) {
                return Optional.of(assemble(resources, resources.data(group)));
            }
        }
        return Optional.empty();
    }

    /** Whether these bytes begin as an .ico file with at least one image does. */
    public static boolean isIcon(Bytes file) throws Damaged {
        return file.size() >= 22 && file.u16(0) == 0 && file.u16(2) == 1 && file.u16(4) > 0;
    }

    private static byte[] assemble(Resources resources, Bytes group) throws Damaged {
        int count = group.u16(4);
        if (count == 0 || count > IMAGES_AT_MOST) {
            throw new Damaged("An icon of %d images".formatted(count), 4);
        }
        List<byte[]> images = new ArrayList<>();
        ByteBuffer directory = ByteBuffer.allocate(6 + 16 * count).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) count);
        int offset = directory.capacity();
        for (int i = 0; i < count; i++) {
            long entry = 6 + 14L * i;
            int id = group.u16(entry + 12);
            byte[] image = resources
                    .find(Resources.RT_ICON, id)
                    .orElseThrow(() -> new Damaged("The icon image %d is missing".formatted(id), entry))
                    .copy(IMAGE_BYTES_AT_MOST);
            images.add(image);
            directory.put(group.part(entry, 8).copy(8)).putInt(image.length).putInt(offset);
            offset += image.length;
            if (offset > FILE_BYTES_AT_MOST) {
                throw new Damaged("An icon of more than %d bytes".formatted(FILE_BYTES_AT_MOST), entry);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream(offset);
        file.writeBytes(directory.array());
        images.forEach(file::writeBytes);
        return file.toByteArray();
    }
}
