# make          the libraries, csecrets.pc and the command csecrets, in build/
# make demo     a C program prints real tokens; make examples builds all of c-examples/
# make check    every test that this machine has the tools for; says what was skipped
# make lint     formatting, clippy, and who imports whom in src
# make prove    links the library only if no panic is reachable in it
# make check-proof  proves and enumerates what tests can only sample; make soak HOURS=n does it at length
# make dudect   asks a t-test whether the time of a call tells secrets apart, for SECONDS a function
# make mutants  makes mistakes in a copy of src, which the tests have to find; make coverage lists the
#               branches that no program takes
# make evidence  writes docs/testing.md, docs/constant-time.md and SECURITY.md's figures from what check-proof said last
# make bench    csecrets beside its peers: build/bench.txt and build/bench.svg
# make bench-record  the same, kept as benches/bench.txt and benches/bench.svg
# make install  honours DESTDIR, PREFIX, LIBDIR and MANDIR; make uninstall takes it away again
# make check-languages  the bindings, against an installed csecrets, in every language that is here
# make check-packages  what distributions build, as far as it can be built here
# make dist     a release in build/packages/dist; make verify-release RELEASE=... makes it again
# make header   rewrites include/csecrets.h from src/ffi
# make man      rewrites the pages in man/ from include/csecrets.h
# make html     the site: build/html/index.html; make check-site looks at it in a browser
# make abi      rewrites what tests/abi keeps of the version in hand, before its release
# make clean    takes away build/ and target/
#
# V=1           shows the commands
# WORDLIST=0    leaves out the 70 KB of words that csecrets_passphrase() draws from
# CLI=0         leaves out the command, which wants POSIX
# STRIP=0       keeps symbols and debug information, for a packager who splits them off
# TARGET=...    cross-compiles: set CC, AR and OBJCOPY to match. For a *-windows-* it makes csecrets.dll, for
#               *-apple-darwin a dylib, for *-wasip1 the static library alone: mk/ has what differs

VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
ABI     := $(shell sed -n 's/^abi = //p' Cargo.toml)
FLOOR   := $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

CC      ?= cc
AR      ?= ar
OBJCOPY ?= objcopy
CARGO   ?= cargo
CFLAGS  ?= -O2 -g

PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DATADIR    ?= $(PREFIX)/share
DOCDIR     ?= $(DATADIR)/doc/csecrets
MANDIR     ?= $(DATADIR)/man

V          ?= 0
TARGET     ?=
CARGOFLAGS ?= --locked
WORDLIST   ?= 1
STRIP      ?= 1
CLI        ?= $(if $(filter pe wasm,$(FORMAT)),0,1)

Q        = $(if $(filter 1,$(V)),,@)
say      = @$(if $(filter 1,$(V)),:,printf '  %-8s %s\n' $(1))
RUST_OUT = $(or $(CARGO_TARGET_DIR),target)/$(if $(TARGET),$(TARGET)/)release
FEATURES = $(if $(filter 0,$(WORDLIST)),--no-default-features --features expand)
REMAP    = --remap-path-prefix=$(CURDIR)=csecrets

# As in .cargo/config.toml, which RUSTFLAGS overrides: the AES instructions are compiled in, and used
# if the processor turns out to have them; SHA-256 for processors without instructions is the smaller
# of two.
MACHINE      = $(firstword $(subst -, ,$(or $(TARGET),$(shell uname -m))))
AES_x86_64   = -Ctarget-feature=+aes
AES_aarch64  = -Ctarget-feature=+aes
FLAGS        = $(RUSTFLAGS) $(REMAP) $(AES_$(MACHINE)) --cfg sha2_backend_soft="compact"

EXPORTS := tests/abi/symbols.txt
SYMBOLS  = $(shell cat $(EXPORTS))
STRIPPED = $(filter-out 0,$(STRIP))
comma   := ,

.PHONY: all help lint demo examples check bench bench-record header install uninstall clean

# What a shared library is called, how it is linked and where it goes.
SYSTEM         := $(or $(TARGET),$(shell uname -s))
FORMAT         := $(or $(if $(findstring windows,$(SYSTEM)),pe),$(if $(findstring arwin,$(SYSTEM)),macho),\
	$(if $(findstring wasi,$(SYSTEM)),wasm),elf)
MAKEFILES_READ := Makefile mk/$(FORMAT).mk

.DEFAULT_GOAL := all
include mk/$(FORMAT).mk
all: $(SHARED) build/libcsecrets.a build/csecrets.pc $(if $(filter-out 0,$(CLI)),command)

help:
	@sed -n 's/^# \?//p; /^$$/q' Makefile

# Rust's part, one archive with all of core in it. Made anew if a source is newer, and not merely
# because Cargo could be asked: `sudo make install` needs no Cargo.
# Cargo reads CARGO_ENCODED_RUSTFLAGS, which it sets for build scripts, before RUSTFLAGS.
SOURCES   := $(shell find src -type f) build.rs Cargo.toml Cargo.lock
RUSTC_LIB  = $(if $(STRIPPED),,CARGO_PROFILE_RELEASE_DEBUG=2 CARGO_PROFILE_RELEASE_STRIP=none) \
	RUSTFLAGS='$(FLAGS)'" $$(tools/rust.sh '$(CARGO)' $(FLOOR))" env -u CARGO_ENCODED_RUSTFLAGS \
	$(CARGO) rustc $(CARGOFLAGS) --quiet \
	--release --lib $(FEATURES) $(if $(TARGET),--target $(TARGET))
build/rust.a: $(SOURCES) build/settings
	@tools/rust.sh '$(CARGO)' $(FLOOR) > /dev/null
	$(call say,CARGO $@)
	$(Q)$(RUSTC_LIB) --crate-type staticlib
	@cp $(RUST_OUT)/libcsecrets.a $@

# What build/ was made with.
.PHONY: FORCE
build/settings: export SETTINGS = $(CC) $(LDFLAGS) $(TARGET) $(CARGOFLAGS) $(FEATURES) $(FLAGS) $(STRIP)
build/settings: FORCE
	@mkdir -p build
	@echo "$$SETTINGS" | cmp -s - $@ || echo "$$SETTINGS" > $@

# Cargo can give a shared library neither named symbol versions nor a second name, and its archive
# holds all of core, visible to whoever links it. So the archive is linked three times:
# 1. into one object, with what the exports reach and nothing else;
# 2. of whose names only csecrets_* stay global: two such libraries can meet in one program;
# 3. which is the static library, and is linked into the shared one, under the version that
#    csecrets.map names.
ifeq ($(filter macho wasm,$(FORMAT)),)
build/csecrets.o: $(CODE) $(EXPORTS) $(MAKEFILES_READ)
	$(call say,LD $@)
	$(Q)$(CC) -r -nostdlib $(MARKS) -Wl,--gc-sections $(SYMBOLS:%=-Wl,-u,%) $< -o $@.tmp
	$(Q)$(OBJCOPY) --wildcard --keep-global-symbol='csecrets_*' $(if $(STRIPPED),--strip-unneeded) \
		-R .llvmbc -R .llvmcmd -R .drectve $(DROP) $@.tmp $@
	@rm -f $@.tmp
endif

ifneq ($(FORMAT),macho)
build/libcsecrets.a: build/csecrets.o
	$(call say,AR $@)
	@rm -f $@
	$(Q)$(AR) rcsD $@ $< $(IMPORTS)
endif

# Paths below the prefix follow it, so that the file may be moved with it.
below_prefix = $(patsubst $(PREFIX)/%,$${prefix}/%,$(1))
build/csecrets.pc: csecrets.pc.in Makefile Cargo.toml FORCE
	@mkdir -p build
	@sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(call below_prefix,$(LIBDIR))|' \
		-e 's|@INCLUDEDIR@|$(call below_prefix,$(INCLUDEDIR))|' -e 's|@VERSION@|$(VERSION)|' $< > $@

# Links only if no panic is reachable (src/freestanding.rs). On aarch64 the compiler sees that no
# index of the key schedule of the crate aes is out of bounds only once its loop is unrolled.
PROOF         ?= --cfg csecrets_prove_no_panic
PROOF_aarch64  = -Cllvm-args=-unroll-threshold=2000

.PHONY: prove
prove:
	$(call say,PROVE "no panic is reachable")
	$(Q)$(RUSTC_LIB) --crate-type cdylib -- $(PROOF) $(PROOF_$(MACHINE)) $(PROOF_LIBC) \
		$(if $(TARGET),-Clinker=$(CC))

# The examples see what a user sees: an installed header, the libraries, and pkg-config. The staged
# csecrets.pc says where the stage is; then build/csecrets.pc goes back to the user's PREFIX.
STAGE    = $(CURDIR)/build/stage
STAGE_PC = PKG_CONFIG_PATH=$(STAGE)/lib/pkgconfig

.PHONY: stage
stage: all
	@$(MAKE) --silent install DESTDIR= PREFIX=$(STAGE) LIBDIR=$(STAGE)/lib INCLUDEDIR=$(STAGE)/include
	@$(MAKE) --silent build/csecrets.pc

EXAMPLES = $(CURDIR)/build/examples
EXAMPLE  = $(STAGE_PC) $(MAKE) --silent -C c-examples BUILD=$(EXAMPLES)
ifeq ($(shell $(or $(PKG_CONFIG),pkg-config) --version 2>/dev/null),)
EXAMPLE += CSECRETS_CFLAGS=-I$(STAGE)/include \
	CSECRETS_LIBS="-L$(STAGE)/lib -lcsecrets -Wl,-rpath,$(STAGE)/lib"
demo examples: no-pkg-config
endif

.PHONY: no-pkg-config
no-pkg-config:
	@echo "no pkg-config here: the examples get -I and -L by hand"

examples: stage
	+@$(EXAMPLE)

demo: stage
	+@$(EXAMPLE) $(EXAMPLES)/tokens
	@$(EXAMPLES)/tokens

# Peers are looked for at run time: the bench needs none of them, and names those it did not find.
BENCH_CFLAGS = -std=c99 -D_GNU_SOURCE -O2 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion \
	-Wshadow -Werror -pthread
build/bench: $(wildcard benches/*.c benches/*.h) include/csecrets.h build/libcsecrets.so \
		| build/bench-load
	$(call say,CC $@)
	$(Q)$(CC) $(BENCH_CFLAGS) -Iinclude $(wildcard benches/*.c) -Lbuild -Wl,-rpath,'$$ORIGIN' \
		-lcsecrets -ldl -lm -o $@

build/bench-load: benches/load/load.c
	$(call say,CC $@)
	$(Q)$(CC) $(BENCH_CFLAGS) $< -ldl -o $@

bench: build/bench
	build/bench -o build

bench-record: bench
	cp build/bench.txt build/bench.svg benches/

# Says at the end what was skipped for want of a tool.
check: all
	@CC="$(CC)" CARGO="$(CARGO)" CARGOFLAGS="$(CARGOFLAGS)" tests/check.sh

.PHONY: check-proof soak dudect mutants coverage evidence
check-proof soak dudect mutants coverage: all
	+@$(MAKE) --no-print-directory -C proofs $(if $(filter check-proof,$@),all,$@)

# From what check-proof said last.
evidence:
	@$(MAKE) --no-print-directory -C proofs evidence

.PHONY: check-languages
check-languages: stage
	@bindings/check.sh $(STAGE)

.PHONY: check-packages dist verify-release release
check-packages dist verify-release release:
	@$(MAKE) --no-print-directory -C packaging $(if $(filter check-packages,$@),all,$@)

lint:
	$(CARGO) fmt --check
	$(CARGO) clippy --quiet --all-targets $(CARGOFLAGS) -- -D warnings
	tools/arrows.sh
	@! grep -rn 'unwrap_or_default()' src --include='*.rs' --exclude='tests.rs' || \
		{ echo "an empty slice in place of a wrong bound goes out as a secret: see src/mem/bytes.rs"; false; }

header:
	UPDATE_HEADER=1 $(CARGO) test --quiet --test header

.PHONY: abi
abi:
	UPDATE_ABI=1 $(CARGO) test --quiet --test abi

BINDINGS = @$(MAKE) --silent -C bindings CC='$(CC)' VERSION=$(VERSION) ABI=$(ABI) DESTDIR=$(DESTDIR) \
	LIBDIR=$(LIBDIR) INCLUDEDIR=$(INCLUDEDIR) DATADIR=$(DATADIR)

COMMAND = @$(MAKE) --silent -C cli CC='$(CC)' CFLAGS='$(CFLAGS)' LDFLAGS='$(LDFLAGS)' \
	HOSTCC='$(if $(TARGET),cc,$(CC))' V=$(V) STRIP=$(STRIP) FORMAT=$(FORMAT) \
	DESTDIR=$(DESTDIR) PREFIX=$(PREFIX) DATADIR=$(DATADIR)

.PHONY: command
command: build/libcsecrets.a
	+$(COMMAND)

DOCS  := LICENSE-APACHE LICENSE-MIT LICENSE-WORDLIST
PAGES  = @$(MAKE) --silent -C docs DESTDIR=$(DESTDIR) DOCDIR=$(DOCDIR)

.PHONY: html check-site
html check-site:
	@$(MAKE) --no-print-directory -C site OUT=$(CURDIR)/build/html $(if $(filter check-site,$@),check)

MAN = @$(MAKE) --silent -C man DESTDIR=$(DESTDIR) MANDIR=$(MANDIR)

.PHONY: man
man:
	$(MAN) pages

install: all
	$(if $(filter /%,$(PREFIX)),,$(error PREFIX is $(PREFIX): give a path from the root))
	$(call say,INSTALL $(DESTDIR)$(PREFIX))
	@install -d $(DESTDIR)$(INCLUDEDIR) $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(DOCDIR)
	@install -m 644 include/csecrets.h $(DESTDIR)$(INCLUDEDIR)/
	@install -m 644 build/libcsecrets.a $(DESTDIR)$(LIBDIR)/
	@$(INSTALL_SHARED)
	@install -m 644 build/csecrets.pc $(DESTDIR)$(LIBDIR)/pkgconfig/
	@install -m 644 $(DOCS) $(DESTDIR)$(DOCDIR)/
	$(PAGES) install
	$(BINDINGS) install
	$(if $(filter-out 0,$(CLI)),$(COMMAND) install)
	$(MAN) install

# Of the folders only the one that is csecrets' own, unless somebody put something into it.
uninstall:
	rm -f $(DESTDIR)$(INCLUDEDIR)/csecrets.h $(DESTDIR)$(LIBDIR)/pkgconfig/csecrets.pc \
		$(DESTDIR)$(LIBDIR)/libcsecrets.a $(INSTALLED_SHARED:%=$(DESTDIR)%) \
		$(DOCS:%=$(DESTDIR)$(DOCDIR)/%)
	$(PAGES) uninstall
	-rmdir $(DESTDIR)$(DOCDIR)
	$(BINDINGS) uninstall
	$(COMMAND) uninstall
	$(MAN) uninstall

clean:
	rm -rf build target
