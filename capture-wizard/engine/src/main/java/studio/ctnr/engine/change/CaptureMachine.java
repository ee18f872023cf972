package studio.ctnr.engine.change;

import studio.ctnr.container.WindowsPath;

/**
 * What belongs to the machine that a capture was made on, and must not remain in a container.
 *
 * @param sandbox what the machine was: {@code wine} or {@code windows}
 * @param windowsVersion as the machine says, such as {@code 10.0.19043}
 * @param userName the user that the installer ran as
 * @param userSid that user's SID, {@code S-1-5-21-…}
 * @param computerName the machine's NetBIOS name
 * @param profile that user's profile folder, such as {@code C:\Users\name}
 * @param temp the folder that %TEMP% named
 */
public record CaptureMachine(
        String sandbox,
        String windowsVersion,
        String userName,
        String userSid,
        String computerName,
        WindowsPath profile,
        WindowsPath temp) {}
