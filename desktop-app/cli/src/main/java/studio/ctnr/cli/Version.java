package studio.ctnr.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the program. */
final class Version implements IVersionProvider {
    /** The version alone, such as {@code 0.1.0}. */
    static String number() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version").replace("-SNAPSHOT", "");
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"ctnr " + number()};
    }
}
