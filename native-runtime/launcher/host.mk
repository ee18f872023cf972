# The launcher's readers of hostile files, built for this host, where they can be tested with a compiler's checks and
# fuzzed: hives (regf) and config.yml (yaml).
#   make fuzzers     target/fuzz/regf and target/fuzz/yaml, which fuzz/fuzz.sh runs; needs clang

HOST_CC ?= cc
FUZZ_CC ?= clang
# MinGW's gcc, which a Windows host has, knows no sanitizers
CHECKS := $(if $(filter Linux Darwin,$(shell uname -s)),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all)
HOST_FLAGS := -std=gnu17 -O1 -g -Isrc/test/c/yaml

SOURCES_regf := $(wildcard src/main/c/regf/*.c)
SOURCES_yaml := $(wildcard src/main/c/launcher/yaml*.c) src/test/c/yaml/host.c
HEADERS_regf := $(wildcard src/main/c/regf/*.h)
HEADERS_yaml := $(wildcard src/main/c/launcher/yaml*.h src/test/c/yaml/*.h) src/main/c/common/failure.h src/main/c/common/memory.h

define reader
$(TESTS)/host/$(1)-echo: src/test/c/$(1)/echo.c src/test/c/host/echo.c $$(SOURCES_$(1)) $$(HEADERS_$(1)) src/test/c/host/echo.h host.mk
	@mkdir -p $$(@D)
	$(HOST_CC) $(HOST_FLAGS) -Wall -Wextra -Wvla -Werror $(CHECKS) -o $$@.new src/test/c/$(1)/echo.c src/test/c/host/echo.c $$(SOURCES_$(1))
	@mv $$@.new $$@
tests: $(TESTS)/host/$(1)-echo

fuzzers: target/fuzz/$(1)
target/fuzz/$(1): src/test/c/$(1)/fuzz.c $$(SOURCES_$(1)) $$(HEADERS_$(1)) host.mk
	@mkdir -p $$(@D)
	$(FUZZ_CC) $(HOST_FLAGS) -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o $$@ src/test/c/$(1)/fuzz.c $$(SOURCES_$(1))
endef
.PHONY: fuzzers
$(eval $(call reader,regf))
$(eval $(call reader,yaml))
