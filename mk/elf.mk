# Linux and the BSDs: libcsecrets.so.X.Y.Z with its two links.

CODE    := build/rust.a
SO      := libcsecrets.so.$(VERSION)
SONAME  := libcsecrets.so.$(ABI)
SHARED  := build/$(SO) build/$(SONAME) build/libcsecrets.so

# A shadow stack asks nothing of code that returns where it was called from, but each part of a program
# has to say that it does.
MARKS_x86_64 := -Wl,-z,shstk
MARKS         = $(MARKS_$(MACHINE))
HARDEN       := -Wl,-z,defs -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,nodelete

# GNU ld gets the unwind tables of RISC-V wrong where it links into one object, and says so to everybody
# who links that. Nothing here unwinds.
DROP_riscv64   := -R .eh_frame
DROP_riscv64gc := $(DROP_riscv64)
DROP            = $(DROP_$(MACHINE))

# Rust links programs of musl statically unless it is told not to, and then refuses to link a shared
# library, as the proof is; and leaves musl's own out of one.
ifneq ($(findstring musl,$(TARGET)),)
FLAGS      += -Ctarget-feature=-crt-static
PROOF_LIBC := -Clink-arg=-lc
endif

build/$(SO): build/csecrets.o csecrets.map $(MAKEFILES_READ)
	$(call say,LD $@)
	$(Q)$(CC) -shared $(LDFLAGS) -Wl,-soname,$(SONAME) -Wl,--version-script=csecrets.map \
		-Wl,--gc-sections $(if $(STRIPPED),-Wl$(comma)--strip-all) $(HARDEN) $(MARKS) -Wl,--as-needed \
		$< -o $@

build/$(SONAME): build/$(SO)
	@ln -sf $(SO) $@

build/libcsecrets.so: build/$(SONAME)
	@ln -sf $(SONAME) $@

define INSTALL_SHARED
install -m 755 build/$(SO) $(DESTDIR)$(LIBDIR)/
ln -sf $(SO) $(DESTDIR)$(LIBDIR)/$(SONAME)
ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libcsecrets.so
endef
INSTALLED_SHARED = $(SHARED:build/%=$(LIBDIR)/%)
