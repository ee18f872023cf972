; Installs one file and ends with 3010, "a restart is needed": a code that does not fit into eight bits.
Unicode true
Name "Exits"
OutFile "exits-setup.exe"
InstallDir "$PROGRAMFILES\Exits"
RequestExecutionLevel admin
SilentInstall silent
Section
  SetOutPath "$INSTDIR"
  FileOpen $0 "$INSTDIR\installed.txt" w
  FileWrite $0 "yes"
  FileClose $0
  SetErrorLevel 3010
SectionEnd
