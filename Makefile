# make          the shared library, the static library and csecrets.pc, in build/
# make demo     a C program prints real tokens; make examples builds all of c-examples/
# make check    every test that this machine has the tools for; says what was skipped
# make prove    links the library only if no panic is reachable in it
# make bench    csecrets beside its peers: build/bench.txt and build/bench.svg
# make bench-record  the same, kept as benches/bench.txt and benches/bench.svg
# make install  honours DESTDIR, PREFIX and LIBDIR; make uninstall takes it away again
# make header   rewrites include/csecrets.h from src/ffi

VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
ABI     := $(firstword $(subst ., ,$(VERSION)))

CC      ?= cc
AR      ?= ar
OBJCOPY ?= objcopy
CARGO   ?= cargo
CFLAGS  ?= -O2 -g

PREFIX     ?= /usr/local
LIBDIR     ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DOCDIR     ?= $(PREFIX)/share/doc/csecrets

# TARGET cross-compiles: set CC, AR and OBJCOPY to match.
TARGET      ?=
CARGOFLAGS  ?= --locked
RUST_OUT     = $(or $(CARGO_TARGET_DIR),target)/$(if $(TARGET),$(TARGET)/)release
# WORDLIST=0 leaves out csecrets_passphrase() and its 70 KB of words.
WORDLIST    ?= 1
FEATURES     = $(if $(filter 0,$(WORDLIST)),--no-default-features --features expand)
REMAP        = --remap-path-prefix=$(CURDIR)=csecrets

# As in .cargo/config.toml, which RUSTFLAGS overrides: the AES instructions are compiled in, and used
# where the processor turns out to have them.
MACHINE      = $(firstword $(subst -, ,$(or $(TARGET),$(shell uname -m))))
AES_x86_64   = -Ctarget-feature=+aes
AES_aarch64  = -Ctarget-feature=+aes --cfg aes_armv8
FLAGS        = $(RUSTFLAGS) $(REMAP) $(AES_$(MACHINE))

SO      := libcsecrets.so.$(VERSION)
SONAME  := libcsecrets.so.$(ABI)
EXPORTS := tests/abi/symbols.txt
SYMBOLS  = $(shell cat $(EXPORTS))
HARDEN  := -Wl,-z,defs -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,nodelete

.PHONY: all demo examples check bench bench-record header install uninstall clean

all: build/$(SO) build/$(SONAME) build/libcsecrets.so build/libcsecrets.a build/csecrets.pc

# Cargo knows best whether the archive is up to date.
.PHONY: FORCE
# Cargo reads CARGO_ENCODED_RUSTFLAGS, which it sets for build scripts, before RUSTFLAGS.
RUSTC_LIB = env -u CARGO_ENCODED_RUSTFLAGS RUSTFLAGS="$(FLAGS)" $(CARGO) rustc $(CARGOFLAGS) --quiet --release --lib \
	$(FEATURES) $(if $(TARGET),--target $(TARGET))
$(RUST_OUT)/libcsecrets.a: FORCE
	$(RUSTC_LIB) --crate-type staticlib

# What build/ was made with: cargo may give an archive of other settings back that is older.
build/settings: export SETTINGS = $(CC) $(LDFLAGS) $(TARGET) $(CARGOFLAGS) $(FEATURES) $(FLAGS)
build/settings: FORCE
	@mkdir -p build
	@echo "$$SETTINGS" | cmp -s - $@ || echo "$$SETTINGS" > $@

# One object with what csecrets needs of Rust's core, and nothing global in it but csecrets_*: two
# such libraries can meet in one program.
build/csecrets.o: $(RUST_OUT)/libcsecrets.a $(EXPORTS) build/settings Makefile
	@mkdir -p build
	$(CC) -r -nostdlib -Wl,--gc-sections $(SYMBOLS:%=-Wl,-u,%) $< -o $@.tmp
	$(OBJCOPY) --wildcard --keep-global-symbol='csecrets_*' --strip-unneeded \
		-R .llvmbc -R .llvmcmd $@.tmp $@
	@rm -f $@.tmp

build/libcsecrets.a: build/csecrets.o
	rm -f $@
	$(AR) rcsD $@ $<

build/$(SO): build/csecrets.o csecrets.map Makefile
	$(CC) -shared $(LDFLAGS) -Wl,-soname,$(SONAME) -Wl,--version-script=csecrets.map \
		-Wl,--gc-sections -Wl,--strip-all $(HARDEN) -Wl,--as-needed $< -o $@

build/$(SONAME): build/$(SO)
	ln -sf $(SO) $@

build/libcsecrets.so: build/$(SONAME)
	ln -sf $(SONAME) $@

build/csecrets.pc: csecrets.pc.in Makefile Cargo.toml FORCE
	@mkdir -p build
	@sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' \
		-e 's|@VERSION@|$(VERSION)|' $< > $@

# Links only where no panic is reachable (src/freestanding.rs). On aarch64 the compiler sees that no
# index of the key schedule of the crate aes is out of bounds only once its loop is unrolled.
PROOF         ?= --cfg csecrets_prove_no_panic
PROOF_aarch64  = -Cllvm-args=-unroll-threshold=2000

.PHONY: prove
prove:
	$(RUSTC_LIB) --crate-type cdylib -- $(PROOF) $(PROOF_$(MACHINE)) \
		$(if $(TARGET),-Clinker=$(CC))

# The examples see what a user sees: an installed header, the libraries, and pkg-config. The staged
# csecrets.pc says where the stage is; then build/csecrets.pc goes back to the user's PREFIX.
STAGE    = $(CURDIR)/build/stage
STAGE_PC = PKG_CONFIG_PATH=$(STAGE)/lib/pkgconfig

.PHONY: stage
stage:
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
BENCH_CFLAGS = -std=c99 -D_GNU_SOURCE -O2 -Wall -Wextra -Wpedantic -Werror -pthread
build/bench: $(wildcard benches/*.c benches/*.h) include/csecrets.h build/libcsecrets.so
	$(CC) $(BENCH_CFLAGS) -Iinclude $(wildcard benches/*.c) -Lbuild -Wl,-rpath,'$$ORIGIN' \
		-lcsecrets -ldl -lm -o $@

bench: build/bench
	build/bench -o build

bench-record: bench
	cp build/bench.txt build/bench.svg benches/

# Proofs, tests and style; says at the end what was skipped for want of a tool.
check: all
	@CC="$(CC)" CARGO="$(CARGO)" CARGOFLAGS="$(CARGOFLAGS)" tests/check.sh

header:
	UPDATE_HEADER=1 $(CARGO) test --quiet --test header

install: all
	install -d $(DESTDIR)$(INCLUDEDIR) $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 644 include/csecrets.h $(DESTDIR)$(INCLUDEDIR)/
	install -m 644 build/libcsecrets.a $(DESTDIR)$(LIBDIR)/
	install -m 755 build/$(SO) $(DESTDIR)$(LIBDIR)/
	ln -sf $(SO) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libcsecrets.so
	install -m 644 build/csecrets.pc $(DESTDIR)$(LIBDIR)/pkgconfig/
	install -d $(DESTDIR)$(DOCDIR)
	install -m 644 LICENSE-APACHE LICENSE-MIT LICENSE-WORDLIST $(DESTDIR)$(DOCDIR)/

uninstall:
	rm -f $(DESTDIR)$(INCLUDEDIR)/csecrets.h $(DESTDIR)$(LIBDIR)/pkgconfig/csecrets.pc \
		$(DESTDIR)$(LIBDIR)/libcsecrets.a $(DESTDIR)$(LIBDIR)/libcsecrets.so \
		$(DESTDIR)$(LIBDIR)/$(SONAME) $(DESTDIR)$(LIBDIR)/$(SO) \
		$(DESTDIR)$(DOCDIR)/LICENSE-APACHE $(DESTDIR)$(DOCDIR)/LICENSE-MIT \
		$(DESTDIR)$(DOCDIR)/LICENSE-WORDLIST

clean:
	rm -rf build target
