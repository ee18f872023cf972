; The same application as an Inno Setup installer, 64-bit.
[Setup]
AppName=Tally
AppVersion=2.1.0.7
AppPublisher=Ctnr Samples
AppPublisherURL=https://example.org/tally
DefaultDirName={autopf}\Tally
DefaultGroupName=Tally
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=.
OutputBaseFilename=tally-inno
UninstallDisplayIcon={app}\tally.exe

[Files]
Source: "tally.exe"; DestDir: "{app}"
Source: "readme.txt"; DestDir: "{app}"

[Icons]
Name: "{group}\Tally"; Filename: "{app}\tally.exe"; WorkingDir: "{app}"
Name: "{group}\Uninstall Tally"; Filename: "{uninstallexe}"

[Registry]
Root: HKLM; Subkey: "Software\Ctnr Samples\Tally"; ValueType: string; ValueName: "InstallDir"; ValueData: "{app}"

[INI]
Filename: "{userappdata}\Tally\settings.ini"; Section: "Tally"; Key: "History"; String: "{userappdata}\Tally\history.txt"
