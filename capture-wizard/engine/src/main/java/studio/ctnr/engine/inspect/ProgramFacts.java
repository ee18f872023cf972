package studio.ctnr.engine.inspect;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;
import studio.ctnr.engine.projection.internal.bytes.Bytes;
import studio.ctnr.engine.projection.internal.pe.IconFile;
import studio.ctnr.engine.projection.internal.pe.PeImage;
import studio.ctnr.engine.projection.internal.pe.Resources;
import studio.ctnr.engine.projection.internal.pe.VersionInfo;

/**
 * What a Windows program or library says of itself.
 *
 * @param processor what it is made for
 * @param library whether it is a DLL
 * @param managed whether it holds .NET code
 * @param product the product's name, else the file's description
 * @param version the product's version, else the file's
 * @param publisher the company's name
 * @param description the file's description
 * @param signature who signed it; empty when nobody did
 * @param icon its first icon, as an .ico file
 */
public record ProgramFacts(
        Processor processor,
        boolean library,
        boolean managed,
        Optional<String> product,
        Optional<String> version,
        Optional<String> publisher,
        Optional<String> description,
        Optional<Signature> signature,
        Optional<byte[]> icon) {

    /** The processor that a program is made for. */
    public enum Processor {
        X86,
        X64,
        ARM64,
        OTHER
    }

    /**
     * Reads a program. Parts that are damaged are left out: what is told of it is what Windows would find, too.
     *
     * @throws IOException when it is no Windows program, or can't be read
     */
    public static ProgramFacts read(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Bytes bytes = Bytes.map(file, arena);
            PeImage image = PeImage.read(bytes);
            Optional<VersionInfo> info = image.resources().flatMap(ProgramFacts::info);
            Optional<String> description = info.flatMap(found -> found.string("FileDescription"));
            return new ProgramFacts(
                    Processor.valueOf(image.machine().name()),
                    image.library(),
                    image.managed(),
                    info.flatMap(found -> found.string("ProductName")).or(() -> description),
                    info.flatMap(VersionInfo::version),
                    info.flatMap(found -> found.string("CompanyName")),
                    description,
                    Signature.of(bytes),
                    image.resources().flatMap(ProgramFacts::icon));
        }
    }

    private static Optional<VersionInfo> info(Resources resources) {
        try {
            return VersionInfo.of(resources);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> icon(Resources resources) {
        try {
            return IconFile.of(resources, 0);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}
