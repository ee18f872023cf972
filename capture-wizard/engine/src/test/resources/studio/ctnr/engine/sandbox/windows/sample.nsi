; Does a little of all that a capture has to find: files, folders, both registry views, a change, a deletion.
Unicode true
Name "Sample"
OutFile "sample.exe"
InstallDir "$PROGRAMFILES64\Sample Ünï"
RequestExecutionLevel admin
SilentInstall silent
SetCompressor zlib

Section
  SetOutPath "$INSTDIR\data"
  File /oname=notes.txt "sample.nsi"
  SetOutPath "$INSTDIR"
  File /oname=empty.txt "empty.txt"
  SetFileAttributes "$INSTDIR\empty.txt" HIDDEN|READONLY
  WriteRegStr HKLM "Software\Sample" "Path" "$INSTDIR"
  WriteRegDWORD HKLM "Software\Sample" "Count" 7
  WriteRegExpandStr HKCU "Software\Sample\日本" "Data" "%APPDATA%\Sample"
  Delete "C:\clean\to delete.txt"
  FileOpen $0 "C:\clean\to change.txt" a
  FileSeek $0 0 END
  FileWrite $0 "more"
  FileClose $0
  SetErrorLevel 3010
SectionEnd
