//! Finds the library as every other program does: through pkg-config, or where the linker looks.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=PKG_CONFIG_PATH");
    println!("cargo::rustc-link-lib=dylib=csecrets");
    let found = Command::new("pkg-config").args(["--variable=libdir", "csecrets"]).output();
    if let Some(output) = found.ok().filter(|output| output.status.success()) {
        let directory = String::from_utf8_lossy(&output.stdout);
        println!("cargo::rustc-link-search=native={}", directory.trim());
    }
}
