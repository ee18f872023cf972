# The runtime with the stand-ins for hives that Windows loads and owners that it takes (src/test/c/stand_in), for the tests
# alone: everything but app_hive.o is what containers get. Its library lets programs call hooks of functions that Wine has not.

STAND_IN := $(TESTS)/stand-in

define stand_in_object
$(OBJECTS)/$(1)/stand_in/%.o: src/test/c/stand_in/%.c Makefile stand_in.mk
	@mkdir -p $$(@D)
	$(2)gcc $$(CFLAGS) -fno-stack-protector -MMD -MP -c $$< -o $$@

$(STAND_IN)/runtime/$(1)/ctnr.dll: $(filter-out %/runtime/app_hive.o,$(RUNTIME:%=$(OBJECTS)/$(1)/%.o)) \
		$(OBJECTS)/$(1)/stand_in/open.o $(OBJECTS)/$(1)/stand_in/library.o $(OBJECTS)/$(1)/runtime.res.o src/test/c/stand_in/library.def
	@mkdir -p $$(@D)
	$(2)gcc -shared -nostdlib -s -o $$@.new $$(filter %.o %.def,$$^) -Wl,--entry=$(ENTRY_$(1)) -Wl,--enable-stdcall-fixup \
		-Wl,--dynamicbase,--nxcompat,--no-insert-timestamp -lntdll -lgcc
	@mv $$@.new $$@
tests: $(STAND_IN)/runtime/$(1)/ctnr.dll
endef
$(eval $(call stand_in_object,x64,$(X64)))
$(eval $(call stand_in_object,x86,$(X86)))

$(STAND_IN)/launcher.exe: $(filter-out %/runtime/app_hive.o,$(LAUNCHER:%=$(OBJECTS)/x64/%.o)) \
		$(OBJECTS)/x64/stand_in/open.o $(OBJECTS)/x64/stand_in/launcher.o $(OBJECTS)/x64/stand_in/owner.o $(OBJECTS)/x64/launcher.res.o
	@mkdir -p $(@D)
	$(X64)gcc -o $@.new $^ $(LDFLAGS) $(LDFLAGS_x64) $(LIBRARIES)
	@mv $@.new $@
tests: $(STAND_IN)/launcher.exe
