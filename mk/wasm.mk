# WASI: the static library alone.

# No tool for WebAssembly drops or hides what is in an object, and none is needed: of Cargo's archive this
# one has all that the exports reach, and no other name is global in it. What is left out is the
# compiler's, and every C compiler brings its own.
build/csecrets.o: build/rust.a $(MAKEFILES_READ)
	$(call say,AR $@)
	$(Q)$(AR) p $< $$($(AR) t $< | grep '^csecrets-') > $@

# Rust looks for a C library among its own, which need not be here.
PROOF_LIBC := -Clink-self-contained=no -Clink-arg=-mexec-model=reactor -Clink-arg=-lc
