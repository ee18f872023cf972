# The hives' part of the launcher built for this host, where it can be tested with a compiler's checks and fuzzed.
#   make fuzzer     target/fuzz/regf, which fuzz/regf.sh runs; needs clang

HOST_CC ?= cc
FUZZ_CC ?= clang
REGF := $(wildcard src/main/c/regf/*.c)
# MinGW's gcc, which a Windows host has, knows no sanitizers
CHECKS := $(if $(filter Linux Darwin,$(shell uname -s)),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all)

$(TESTS)/host/regf-echo: src/test/c/regf/echo.c $(REGF) $(wildcard src/main/c/regf/*.h) regf.mk
	@mkdir -p $(@D)
	$(HOST_CC) -std=c17 -O1 -g -Wall -Wextra -Wvla -Werror $(CHECKS) -o $@.new src/test/c/regf/echo.c $(REGF)
	@mv $@.new $@
tests: $(TESTS)/host/regf-echo

.PHONY: fuzzer
fuzzer: target/fuzz/regf
target/fuzz/regf: src/test/c/regf/fuzz.c $(REGF) $(wildcard src/main/c/regf/*.h) regf.mk
	@mkdir -p $(@D)
	$(FUZZ_CC) -std=c17 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o $@ src/test/c/regf/fuzz.c $(REGF)
