//! Says once which of src/entropy a build has, and links a plain `cargo build` as honestly as the
//! Makefile, which makes what is shipped, with its symbol versions and links.

use std::env::{var, var_os};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let setting = |name: &str| var(format!("CARGO_CFG_{name}")).unwrap_or_default();
    let (os, processor) = (setting("TARGET_OS"), setting("TARGET_ARCH"));
    let linux = os == "linux";

    // The kernel's generator without a system call: its 64-bit interfaces for these processors.
    let known = ["x86_64", "aarch64"].contains(&processor.as_str());
    condition("csecrets_vdso", linux && known && setting("TARGET_POINTER_WIDTH") == "64");

    // Expansion by AES: only with instructions compiled in that are asked for at run time.
    let compiled_in = setting("TARGET_FEATURE").split(',').any(|feature| feature == "aes");
    let asked_for = match processor.as_str() {
        "x86_64" => true,
        "aarch64" => linux,
        _ => false,
    };
    let wanted = var_os("CARGO_FEATURE_EXPAND").is_some();
    condition("csecrets_ctr", wanted && compiled_in && asked_for);

    if ["linux", "freebsd", "netbsd", "openbsd", "dragonfly"].contains(&os.as_str()) {
        let abi = include_str!("Cargo.toml").lines().find_map(|line| line.strip_prefix("abi = "));
        let abi = abi.expect("Cargo.toml gives the number of the SONAME as abi");
        let arguments = [
            format!("-soname,libcsecrets.so.{abi}"),
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

/// A cfg, where it holds.
fn condition(name: &str, holds: bool) {
    println!("cargo::rustc-check-cfg=cfg({name})");
    if holds {
        println!("cargo::rustc-cfg={name}");
    }
}
