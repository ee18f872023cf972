package studio.ctnr.engine.sandbox.windows.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.ctnr.container.WindowsPath;
import studio.ctnr.engine.observe.ChangedPlaces;

/** The journals of a machine's drives, watched from one moment on. A drive whose journal can't be used counts whole. */
public final class MachineJournal implements PlaceWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MachineJournal.class);

    private final List<String> unknown = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();

    private record Watched(String drive, DriveJournal journal, JournalMark since) {}

    private MachineJournal() {}

    /** Watches drives of this Windows machine, such as {@code C:\}, from now on. */
    public static MachineJournal watch(List<String> drives) {
        return watch(drives, WindowsJournal::open);
    }

    static MachineJournal watch(List<String> drives, DriveJournal.Opener opener) {
        MachineJournal machine = new MachineJournal();
        for (String drive : drives) {
            try {
                DriveJournal journal = opener.open(drive);
                try {
                    machine.watched.add(new Watched(drive, journal, journal.mark()));
                } catch (IOException e) {
                    journal.close();
                    throw e;
                }
            } catch (IOException e) {
                machine.giveUp(drive, e);
            }
        }
        return machine;
    }

    private void giveUp(String drive, IOException why) {
        LOG.warn("All of {} is walked, since its change journal can't be used: {}", drive, why.getMessage());
        unknown.add(drive);
    }

    @Override
    public ChangedPlaces places() {
        ChangedPlaces.Builder places = new ChangedPlaces.Builder();
        for (Watched one : watched) {
            try {
                JournalPlaces found = new JournalPlaces();
                one.journal().read(one.since(), found::add);
                found.addTo(places, one.journal());
            } catch (IOException e) {
                giveUp(one.drive(), e);
            }
        }
        unknown.forEach(drive -> places.addWhole(WindowsPath.of(drive)));
        return places.build();
    }

    @Override
    public void close() throws IOException {
        for (Watched one : watched) {
            one.journal().close();
        }
        watched.clear();
    }
}
