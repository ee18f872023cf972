@echo off
rem Ctnr Studio's command line, from a source checkout: builds what is missing, runs it.
rem Needs a JDK 25 in JAVA_HOME, Maven, and mingw-w64 (x86_64 and i686) with make in PATH.
setlocal
set "root=%~dp0"
if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo ctnr: a JDK 25 is needed; set JAVA_HOME to its folder, or get one from https://adoptium.net 1>&2
  exit /b 5
)
if /i "%~1"=="test" (
  pushd "%root%"
  call mvn verify
  exit /b %errorlevel%
)
if not exist "%root%desktop-app\cli\target\app" (
  echo ctnr: building 1>&2
  pushd "%root%"
  call mvn -q -DskipTests package || exit /b 1
  popd
)
set "CTNR_HOME=%root%"
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -Xmx512m --enable-native-access=studio.ctnr.container,com.github.luben.zstd_jni,com.sun.jna,org.xerial.sqlitejdbc -p "%root%desktop-app\cli\target\app" -m studio.ctnr.cli/studio.ctnr.cli.Ctnr %*
exit /b %errorlevel%
