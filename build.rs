//! Link arguments for a plain `cargo build`, so that its shared library is an honest one too.
//! The shipped library, with its symbol versions and links, is made by the Makefile.

use std::env::var;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let os = var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    let elf = ["linux", "freebsd", "netbsd", "openbsd", "dragonfly"].contains(&os.as_str());
    if elf {
        let major = var("CARGO_PKG_VERSION_MAJOR").unwrap_or_default();
        let arguments = [
            format!("-soname,libcsecrets.so.{major}"),
            // An undefined symbol is an error here, not a surprise in dlopen.
            "-z,defs".into(),
            "-z,relro".into(),
            "-z,now".into(),
            "-z,noexecstack".into(),
            // dlclose must not pull code from under a thread or a signal handler.
            "-z,nodelete".into(),
        ];
        for argument in arguments {
            println!("cargo::rustc-cdylib-link-arg=-Wl,{argument}");
        }
    }
}
