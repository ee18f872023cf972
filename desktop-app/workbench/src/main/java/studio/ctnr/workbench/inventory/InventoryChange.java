package studio.ctnr.workbench.inventory;

/** What happened to the inventory, by whichever process. */
public sealed interface InventoryChange {
    String id();

    /** A container that was not there before, or was brought back. */
    record Added(ContainerRecord container) implements InventoryChange {
        @Override
        public String id() {
            return container.id();
        }
    }

    /** Something that is known of it is another now. */
    record Changed(ContainerRecord container) implements InventoryChange {
        @Override
        public String id() {
            return container.id();
        }
    }

    /** It is not in the inventory any more. */
    record Removed(String id) implements InventoryChange {}
}
