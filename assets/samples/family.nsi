; An installer that leaves its work to others: a 32-bit child, a 64-bit grandchild, and one that renames what it wrote.
Unicode true
Name "Family"
OutFile "family-setup.exe"
RequestExecutionLevel user
InstallDir "$PROGRAMFILES64\Family"
Section
  SetOutPath "$INSTDIR"
  FileOpen $0 "$INSTDIR\own.txt" w
  FileWrite $0 "by the installer"
  FileClose $0
  WriteRegStr HKCU "Software\Family" "Own" "by the installer"
  FileOpen $0 "$INSTDIR\work.bat" w
  FileWrite $0 "@echo off$\r$\n"
  FileWrite $0 "echo child> $\"$INSTDIR\child.tmp$\"$\r$\n"
  FileWrite $0 "ren $\"$INSTDIR\child.tmp$\" child.txt$\r$\n"
  FileWrite $0 "$WINDIR\Sysnative\reg.exe add HKCU\Software\Family /v Grandchild /d 64 /f$\r$\n"
  FileClose $0
  nsExec::Exec '"$SYSDIR\cmd.exe" /d /c "$INSTDIR\work.bat"'
  Delete "$INSTDIR\work.bat"
SectionEnd
