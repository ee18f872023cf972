; An ordinary NSIS installer: program, data, shortcuts, file type, protocol, environment, uninstaller.
; It also leaves what a capture has to recognise: a log in %TEMP%, and this machine's own paths in its settings.
Unicode true
Name "Tally"
OutFile "tally-setup.exe"
InstallDir "$PROGRAMFILES64\Tally"
RequestExecutionLevel admin
SilentInstall normal
Page instfiles
UninstPage instfiles

!include x64.nsh
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Tally"

Section
  SetRegView 64
  SetOutPath "$INSTDIR"
  File tally.exe
  File readme.txt
  SetOutPath "$APPDATA\Tally"
  FileOpen $0 "$APPDATA\Tally\settings.ini" w
  FileWrite $0 "[Tally]$\r$\nHistory=$APPDATA\Tally\history.txt$\r$\n"
  FileClose $0
  FileOpen $0 "$TEMP\tally-setup.log" w
  FileWrite $0 "installed$\r$\n"
  FileClose $0

  SetOutPath "$INSTDIR"
  CreateDirectory "$SMPROGRAMS\Tally"
  CreateShortcut "$SMPROGRAMS\Tally\Tally.lnk" "$INSTDIR\tally.exe" "" "$INSTDIR\tally.exe" 0 SW_SHOWNORMAL "" "Counts clicks"
  CreateShortcut "$SMPROGRAMS\Tally\Read me.lnk" "$INSTDIR\readme.txt"
  CreateShortcut "$SMPROGRAMS\Tally\Uninstall Tally.lnk" "$INSTDIR\uninstall.exe"
  CreateShortcut "$DESKTOP\Tally.lnk" "$INSTDIR\tally.exe"

  WriteRegStr HKLM "Software\Ctnr Samples\Tally" "InstallDir" "$INSTDIR"
  WriteRegDWORD HKCU "Software\Ctnr Samples\Tally" "Count" 0
  WriteRegStr HKCU "Software\Ctnr Samples\Tally" "History" "$APPDATA\Tally\history.txt"
  WriteRegStr HKLM "Software\Classes\.tally" "" "Tally.Document"
  WriteRegStr HKLM "Software\Classes\Tally.Document" "" "Tally document"
  WriteRegStr HKLM "Software\Classes\Tally.Document\shell\open\command" "" '"$INSTDIR\tally.exe" "%1"'
  WriteRegStr HKLM "Software\Classes\tally" "" "URL:Tally"
  WriteRegStr HKLM "Software\Classes\tally" "URL Protocol" ""
  WriteRegStr HKLM "Software\Classes\tally\shell\open\command" "" '"$INSTDIR\tally.exe" "%1"'
  WriteRegExpandStr HKCU "Environment" "TALLY_HOME" "$INSTDIR"

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "Tally 2.1"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "2.1.0.7"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "Ctnr Samples"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\tally.exe,0"
  WriteRegStr HKLM "${UNINSTALL}" "URLInfoAbout" "https://example.org/tally"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

Section "Uninstall"
  SetRegView 64
  Delete "$INSTDIR\tally.exe"
  Delete "$INSTDIR\readme.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir /r "$SMPROGRAMS\Tally"
  Delete "$DESKTOP\Tally.lnk"
  DeleteRegKey HKLM "${UNINSTALL}"
  DeleteRegKey HKLM "Software\Ctnr Samples\Tally"
SectionEnd
