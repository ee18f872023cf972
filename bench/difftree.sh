#!/usr/bin/env bash
# The wizard's diff tree with 100,000 changes: made, judged and filtered as a model, opened, filtered and scrolled in a
# window on a virtual display.
#
#   bench/difftree.sh [ROUNDS]     the median and the worst of ROUNDS (21) in milliseconds, after three to warm up
#
# The processor's time (of the one thread that does it: for a window, the FX thread until the frame is laid out) says more
# than the wall's where the machine is busy with other things.
#
# Needs a JDK 25 in JAVA_HOME, Maven and Xvfb. Goals: opened in 200 ms, filtered in 150 ms.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
mvn -q -B -Dspotless.check.skip=true -pl capture-wizard/wizard -am -Dtest=DiffTreeBench -Dctnr.rounds="${1:-21}" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.rerunFailingTestsCount=0 test 2>/dev/null | grep -E ' ms|rows'
