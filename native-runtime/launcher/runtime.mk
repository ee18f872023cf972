# The container's runtime: launcher.exe (64-bit) and the hook library for both bitnesses. The library stands on ntdll
# alone: it has no C runtime, and its entry point is its own.

RUNTIME := $(patsubst src/main/c/%.c,%,$(wildcard src/main/c/runtime/*.c))
LAUNCHER := $(patsubst src/main/c/%.c,%,$(wildcard src/main/c/launcher/*.c src/main/c/store/*.c src/main/c/regf/*.c)) \
	$(INJECTION) runtime/app_hive $(addprefix common/,drain library_trial process_start observing memory utf8 arguments events json output wine)

all: $(OUT)/x64/launcher.exe $(OUT)/x64/ctnr.dll $(OUT)/x86/ctnr.dll

# or the compiler would make calls of memset from the code of memset itself
$(OBJECTS)/x64/runtime/%.o $(OBJECTS)/x86/runtime/%.o: CFLAGS += -fno-tree-loop-distribute-patterns

$(OBJECTS)/x64/launcher.res.o: src/main/c/launcher/launcher.rc src/main/c/common/version_block.rc src/main/c/common/program.manifest $(OBJECTS)/version.h Makefile
	@mkdir -p $(@D)
	$(X64)windres -I$(OBJECTS) -Isrc/main/c $< -O coff -o $@

$(OUT)/x64/launcher.exe: $(LAUNCHER:%=$(OBJECTS)/x64/%.o) $(OBJECTS)/x64/launcher.res.o
	@mkdir -p $(@D)
	$(X64)gcc -o $@.new $^ $(LDFLAGS) $(LDFLAGS_x64) $(LIBRARIES)
	@mv $@.new $@

ENTRY_x64 := DllEntry
ENTRY_x86 := _DllEntry@12

define library
$(OBJECTS)/$(1)/runtime.res.o: src/main/c/runtime/runtime.rc src/main/c/common/version_block.rc $(OBJECTS)/version.h Makefile
	@mkdir -p $$(@D)
	$(2)windres -I$(OBJECTS) -Isrc/main/c $$< -O coff -o $$@

$(OUT)/$(1)/ctnr.dll: $(RUNTIME:%=$(OBJECTS)/$(1)/%.o) $(OBJECTS)/$(1)/runtime.res.o src/main/c/runtime/runtime.def runtime.mk
	@mkdir -p $$(@D)
	$(2)gcc -shared -nostdlib -s -o $$@.new $$(filter %.o %.def,$$^) -Wl,--entry=$(ENTRY_$(1)) -Wl,--enable-stdcall-fixup \
		-Wl,--dynamicbase,--nxcompat,--no-insert-timestamp $(if $(filter x64,$(1)),-Wl$(comma)--high-entropy-va) -lntdll -lgcc
	@mv $$@.new $$@
endef
comma := ,
$(eval $(call library,x64,$(X64)))
$(eval $(call library,x86,$(X86)))

# Test programs of several files: one folder each.
define test_program
$(TESTS)/$(1)/$(3).exe: $(wildcard src/test/c/$(3)/*.c) src/test/c/$(3)/checks.h runtime.mk
	@mkdir -p $$(@D)
	$(2)gcc $$(CFLAGS) -municode -o $$@.new $$(filter %.c,$$^) $$(LDFLAGS) $$(LDFLAGS_$(1)) $(LIBRARIES) -lshlwapi
	@mv $$@.new $$@
tests: $(TESTS)/$(1)/$(3).exe
endef
$(foreach program,files links registry,$(eval $(call test_program,x64,$(X64),$(program))))
$(foreach program,files links registry,$(eval $(call test_program,x86,$(X86),$(program))))

# Libraries that programs of Windows load.
define test_library
$(TESTS)/$(1)/$(3).dll: $(wildcard src/test/c/$(3)/*.c) $(wildcard src/test/c/*.h) runtime.mk
	@mkdir -p $$(@D)
	$(2)gcc $$(CFLAGS) -shared -o $$@.new $$< $$(LDFLAGS) $$(LDFLAGS_$(1)) -Wl,--kill-at $(LIBRARIES)
	@mv $$@.new $$@
tests: $(TESTS)/$(1)/$(3).dll
endef
$(foreach library,guest mscoree,$(eval $(call test_library,x64,$(X64),$(library))))
$(foreach library,guest mscoree,$(eval $(call test_library,x86,$(X86),$(library))))
