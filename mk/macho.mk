# macOS: libcsecrets.X.Y.Z.dylib with its two links, linked from Cargo's archive as it is: Apple's tools
# make no single object of it whose other names are hidden.

DYLIB   := libcsecrets.$(VERSION).dylib
NAME    := libcsecrets.$(ABI).dylib
SHARED  := build/$(DYLIB) build/$(NAME) build/libcsecrets.dylib

build/libcsecrets.a: build/rust.a
	@cp $< $@

build/exports.txt: $(EXPORTS)
	@mkdir -p build
	@sed 's/^/_/' $< > $@

build/$(DYLIB): build/rust.a build/exports.txt $(MAKEFILES_READ)
	$(call say,LD $@)
	$(Q)$(CC) -dynamiclib $(LDFLAGS) -Wl,-install_name,$(LIBDIR)/$(NAME) \
		-Wl,-current_version,$(VERSION) -Wl,-compatibility_version,$(ABI).0.0 -Wl,-dead_strip \
		-Wl,-exported_symbols_list,build/exports.txt $(SYMBOLS:%=-Wl,-u,_%) $< -o $@

build/$(NAME): build/$(DYLIB)
	@ln -sf $(DYLIB) $@

build/libcsecrets.dylib: build/$(NAME)
	@ln -sf $(NAME) $@

define INSTALL_SHARED
install -m 755 build/$(DYLIB) $(DESTDIR)$(LIBDIR)/
ln -sf $(DYLIB) $(DESTDIR)$(LIBDIR)/$(NAME)
ln -sf $(NAME) $(DESTDIR)$(LIBDIR)/libcsecrets.dylib
endef
INSTALLED_SHARED = $(SHARED:build/%=$(LIBDIR)/%)
