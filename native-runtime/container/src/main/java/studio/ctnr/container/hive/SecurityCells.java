package studio.ctnr.container.hive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The security cells of a hive that is being written: each descriptor once, counted, in a ring. */
final class SecurityCells {
    private static final int HEADER = 20;

    private final CellSpace space;
    private final Map<byte[], Cell> byArray = new IdentityHashMap<>();
    private final Map<ByteBuffer, Cell> byContent = new HashMap<>();
    private final List<Cell> ring = new ArrayList<>();

    private static final class Cell {
        private final int data;
        private int users;

        private Cell(int data) {
            this.data = data;
        }
    }

    SecurityCells(CellSpace space) {
        this.space = space;
    }

    /** Counts one more user of {@code descriptor} and tells the reference to its cell. */
    int use(byte[] descriptor) throws IOException {
        Cell cell = byArray.get(descriptor);
        if (cell == null) {
            ByteBuffer content = ByteBuffer.wrap(descriptor);
            cell = byContent.get(content);
            if (cell == null) {
                cell = write(descriptor);
                byContent.put(content, cell);
                ring.add(cell);
            }
            byArray.put(descriptor, cell);
        }
        cell.users++;
        return CellSpace.reference(cell.data);
    }

    private Cell write(byte[] descriptor) throws IOException {
        int data = space.allocate(HEADER + descriptor.length);
        space.bytes[data] = 's';
        space.bytes[data + 1] = 'k';
        LittleEndian.putInt(space.bytes, data + 16, descriptor.length);
        System.arraycopy(descriptor, 0, space.bytes, data + HEADER, descriptor.length);
        return new Cell(data);
    }

    void finish() {
        for (int i = 0; i < ring.size(); i++) {
            Cell before = ring.get((i + ring.size() - 1) % ring.size());
            Cell after = ring.get((i + 1) % ring.size());
            int data = ring.get(i).data;
            LittleEndian.putInt(space.bytes, data + 4, CellSpace.reference(after.data));
            LittleEndian.putInt(space.bytes, data + 8, CellSpace.reference(before.data));
            LittleEndian.putInt(space.bytes, data + 12, ring.get(i).users);
        }
    }
}
