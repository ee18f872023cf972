package studio.ctnr.engine.observe.who;

import studio.ctnr.container.WindowsNames;

/** Keys as the system names them, {@code \REGISTRY\MACHINE\…}, in the folded form of this program's own names. */
final class RegistryNames {
    private static final String MACHINE = "\\REGISTRY\\MACHINE";
    private static final String USER = "\\REGISTRY\\USER";

    private final String classesOfUser;
    private final String user;

    RegistryNames(String userSid) {
        user = USER + "\\" + WindowsNames.fold(userSid);
        classesOfUser = user + "_CLASSES";
    }

    String folded(String key) {
        String name = WindowsNames.fold(key);
        if (within(name, MACHINE)) {
            return "HKLM" + name.substring(MACHINE.length());
        }
        if (within(name, classesOfUser)) {
            return "HKCU\\SOFTWARE\\CLASSES" + name.substring(classesOfUser.length());
        }
        if (within(name, user)) {
            return "HKCU" + name.substring(user.length());
        }
        return within(name, USER) ? "HKU" + name.substring(USER.length()) : name;
    }

    private static boolean within(String name, String folder) {
        return name.startsWith(folder) && (name.length() == folder.length() || name.charAt(folder.length()) == '\\');
    }
}
