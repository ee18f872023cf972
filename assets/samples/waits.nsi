; Asks, in spite of /S: what a silent capture must tell, and end at its limit.
Unicode true
Name "Waits"
OutFile "waits-setup.exe"
InstallDir "$PROGRAMFILES\Waits"
RequestExecutionLevel admin
Page instfiles
Section
  MessageBox MB_YESNO "Shall the sample go on?"
  SetOutPath "$INSTDIR"
  FileOpen $0 "$INSTDIR\answered.txt" w
  FileClose $0
SectionEnd
