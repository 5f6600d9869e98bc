# Windows: csecrets.dll, its import library and the list that other linkers make one of.

SHARED  := build/csecrets.dll build/libcsecrets.dll.a build/csecrets.def

# Addresses that differ from run to run, no code in data, and no time in the file: the same source gives
# the same bytes.
HARDEN  := -Wl,--dynamicbase -Wl,--high-entropy-va -Wl,--nxcompat -Wl,--no-insert-timestamp

# As on aarch64: the Makefile says why.
PROOF_x86_64 := -Cllvm-args=-unroll-threshold=2000

# What is imported from a DLL of the system's comes as three members of an archive, which a program's
# linker has to sort: they stay beside the one object.
CODE    := build/code.a
IMPORTS := build/imports/*.o
build/code.a: build/rust.a $(MAKEFILES_READ)
	@rm -rf build/imports
	@mkdir build/imports
	@cd build/imports && $(AR) x ../rust.a $$($(AR) t ../rust.a | grep '\.dll')
	@$(OBJCOPY) -R .llvmbc -R .llvmcmd $< $@.tmp
	@$(AR) d $@.tmp $$(ls build/imports)
	@mv $@.tmp $@

build/csecrets.def: $(EXPORTS)
	@mkdir -p build
	@{ printf 'LIBRARY csecrets.dll\nEXPORTS\n'; sed 's/^/    /' $<; } > $@

# Both are written at once.
build/libcsecrets.dll.a: build/csecrets.dll
build/csecrets.dll: build/csecrets.o build/csecrets.def $(MAKEFILES_READ)
	$(call say,LD $@)
	$(Q)$(CC) -shared $(LDFLAGS) -Wl,--out-implib,build/libcsecrets.dll.a -Wl,--gc-sections \
		$(if $(STRIPPED),-Wl$(comma)--strip-all) $(HARDEN) build/csecrets.def $< $(IMPORTS) -o $@

define INSTALL_SHARED
install -d $(DESTDIR)$(PREFIX)/bin
install -m 755 build/csecrets.dll $(DESTDIR)$(PREFIX)/bin/
install -m 644 build/libcsecrets.dll.a build/csecrets.def $(DESTDIR)$(LIBDIR)/
endef
INSTALLED_SHARED = $(PREFIX)/bin/csecrets.dll $(LIBDIR)/libcsecrets.dll.a $(LIBDIR)/csecrets.def
