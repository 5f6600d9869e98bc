//! What `make install` puts down is what a program needs, through pkg-config, CMake and a static
//! link; it goes where it is told, and away again. The same source gives the same bytes anywhere.

mod common;

use std::fs::{copy, create_dir_all, read, read_dir, read_to_string, write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use common::{
    ROOT, STATIC, abi, answer, attempt, cc, golden, has, make, make_library, run, said, scratch,
    skip,
};

const PROGRAM: &str = r#"
#include <csecrets.h>
#include <stdio.h>

int main(void) {
    char token[CSECRETS_HEX_SIZE(16)];
    if (csecrets_token_hex(token, sizeof token, 16) != CSECRETS_OK)
        return 1;
    puts(token);
    return 0;
}
"#;

/// Runs `make install` or `make uninstall`, one at a time: they share build/csecrets.pc.
fn install(target: &str, settings: &[String]) {
    make_library();
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    run(make(ROOT).arg(target).args(settings));
    run(make(ROOT).arg("build/csecrets.pc"));
}

fn setting(name: &str, path: &Path) -> String {
    format!("{name}={}", path.display())
}

/// A prefix of a test's own with everything installed, and the program's source beside it.
fn installed(test: &str) -> (PathBuf, PathBuf) {
    let place = scratch(test);
    let prefix = place.join("usr");
    install("install", &[setting("PREFIX", &prefix)]);
    let source = place.join("program.c");
    write(&source, PROGRAM).unwrap();
    (prefix, source)
}

/// All files and links under a directory, relative to it and sorted.
fn files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![directory.to_path_buf()];
    while let Some(next) = left.pop() {
        for entry in read_dir(next).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                left.push(path);
            } else {
                found.push(path.strip_prefix(directory).unwrap().to_path_buf());
            }
        }
    }
    found.sort();
    found
}

/// The pages, and the examples with what builds them.
fn documentation() -> Vec<String> {
    let mut found: Vec<_> = ["README.md", "SECURITY.md"].map(String::from).into();
    for folder in ["docs", "c-examples"] {
        let below = files(&Path::new(ROOT).join(folder)).into_iter();
        found.extend(below.map(|file| format!("{folder}/{}", file.display())));
    }
    let built = |file: &str| file == "docs/Makefile" || file.starts_with("c-examples/build/");
    found.retain(|file| !built(file));
    found
}

/// What `make install` puts under its prefix.
fn layout(libdir: &str) -> Vec<PathBuf> {
    let so = "libcsecrets.so";
    let (abi, version) = (abi(), env!("CARGO_PKG_VERSION"));
    let fixed = [
        "bin/csecrets",
        "include/csecrets.h",
        "include/csecrets.hpp",
        "share/bash-completion/completions/csecrets",
        "share/csecrets/csecrets.cdef.h",
        "share/doc/csecrets/LICENSE-APACHE",
        "share/doc/csecrets/LICENSE-MIT",
        "share/doc/csecrets/LICENSE-WORDLIST",
        "share/fish/vendor_completions.d/csecrets.fish",
        "share/man/man1/csecrets-keys.1",
        "share/man/man1/csecrets.1",
        "share/zsh/site-functions/_csecrets",
        "share/man/man3/csecrets.3",
        "share/man/man7/csecrets.7",
    ];
    let mut paths: Vec<_> = fixed.map(String::from).into();
    paths.extend(golden().iter().map(|export| format!("share/man/man3/{export}.3")));
    for file in files(&Path::new(ROOT).join("include/csecrets")) {
        paths.push(format!("include/csecrets/{}", file.display()));
    }
    for file in documentation() {
        paths.push(format!("share/doc/csecrets/{file}"));
    }
    paths.extend([
        format!("{libdir}/libcsecrets.a"),
        format!("{libdir}/{so}"),
        format!("{libdir}/{so}.{abi}"),
        format!("{libdir}/{so}.{version}"),
        format!("{libdir}/pkgconfig/csecrets.pc"),
        format!("{libdir}/cmake/csecrets/csecretsConfig.cmake"),
        format!("{libdir}/cmake/csecrets/csecretsConfigVersion.cmake"),
    ]);
    let mut paths: Vec<_> = paths.iter().map(PathBuf::from).collect();
    paths.sort();
    paths
}

fn pkg_config(libdir: &Path, arguments: &[&str]) -> Vec<String> {
    let mut pkg_config = Command::new("pkg-config");
    pkg_config.env("PKG_CONFIG_PATH", libdir.join("pkgconfig")).args(arguments).arg("csecrets");
    answer(&mut pkg_config).split_whitespace().map(String::from).collect()
}

/// A token comes out of the program.
fn works(program: &Path, libdir: &Path) {
    let token = answer(Command::new(program).env("LD_LIBRARY_PATH", libdir));
    let token = token.trim();
    assert!(token.len() == 32 && token.bytes().all(|c| c.is_ascii_hexdigit()), "{token}");
}

#[test]
fn a_program_builds_through_pkg_config() {
    let test = "install-pkg-config";
    if !has("pkg-config") {
        return skip(test, "no pkg-config");
    }
    let (prefix, source) = installed(test);
    let (libdir, program) = (prefix.join("lib"), prefix.join("program"));
    assert_eq!(pkg_config(&libdir, &["--modversion"]), [env!("CARGO_PKG_VERSION")]);
    let flags = pkg_config(&libdir, &["--cflags", "--libs"]);
    run(cc().arg(&source).args(flags).arg("-o").arg(&program));
    assert!(!attempt(Command::new(&program).env_remove("LD_LIBRARY_PATH")).status.success());
    works(&program, &libdir);
}

/// Not every system has its C library as an archive.
fn links_statically() -> bool {
    let source = scratch("static-libc").join("empty.c");
    write(&source, "int main(void) { return 0; }\n").unwrap();
    let program = source.with_extension("out");
    attempt(cc().arg("-static").arg(&source).arg("-o").arg(program)).status.success()
}

#[test]
fn a_static_program_builds_through_pkg_config_and_without() {
    let test = "install-static";
    if !has("pkg-config") {
        return skip(test, "no pkg-config");
    }
    if !links_statically() {
        return skip(test, "no static C library");
    }
    let (prefix, source) = installed(test);
    let (libdir, program) = (prefix.join("lib"), prefix.join("program"));
    let flags = pkg_config(&libdir, &["--static", "--cflags", "--libs"]);
    run(cc().arg(&source).arg("-static").args(flags).arg("-o").arg(&program));
    works(&program, Path::new("/nonexistent"));
    let include = format!("-I{ROOT}/include");
    run(cc().args(["-static", &include]).arg(&source).arg(STATIC).arg("-o").arg(&program));
    works(&program, Path::new("/nonexistent"));
}

const CMAKE: &str = "
cmake_minimum_required(VERSION 3.13)
project(program C)
find_package(PkgConfig REQUIRED)
pkg_check_modules(csecrets REQUIRED IMPORTED_TARGET csecrets)
add_executable(program program.c)
target_link_libraries(program PRIVATE PkgConfig::csecrets)
find_path(CSECRETS_INCLUDE csecrets.h REQUIRED)
find_library(CSECRETS_LIBRARY csecrets REQUIRED)
add_executable(found program.c)
target_include_directories(found PRIVATE ${CSECRETS_INCLUDE})
target_link_libraries(found PRIVATE ${CSECRETS_LIBRARY})
";

#[test]
fn a_program_builds_through_cmake() {
    let test = "install-cmake";
    if let Some(missing) = ["cmake", "pkg-config"].into_iter().find(|tool| !has(tool)) {
        return skip(test, &format!("no {missing}"));
    }
    let (prefix, source) = installed(test);
    let place = source.parent().unwrap();
    write(place.join("CMakeLists.txt"), CMAKE).unwrap();
    let build = place.join("build");
    let mut cmake = Command::new("cmake");
    cmake.env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"));
    cmake.arg(setting("-DCMAKE_PREFIX_PATH", &prefix));
    run(cmake.arg("-S").arg(place).arg("-B").arg(&build));
    run(Command::new("cmake").arg("--build").arg(&build));
    works(&build.join("program"), &prefix.join("lib"));
    works(&build.join("found"), &prefix.join("lib"));
}

#[test]
fn destdir_is_honoured_and_not_remembered() {
    let place = scratch("install-destdir");
    let settings = [setting("DESTDIR", &place), "PREFIX=/nonexistent/csecrets".into()];
    install("install", &settings);
    let root = place.join("nonexistent/csecrets");
    assert_eq!(files(&root), layout("lib"));
    assert_eq!(files(&place).len(), files(&root).len());
    assert!(!Path::new("/nonexistent/csecrets").exists());
    let pc = read_to_string(root.join("lib/pkgconfig/csecrets.pc")).unwrap();
    assert!(pc.contains("\nprefix=/nonexistent/csecrets\nlibdir=${prefix}/lib\n"), "{pc}");
    assert!(!pc.contains(place.to_str().unwrap()) && !pc.contains('@'), "{pc}");
    install("uninstall", &settings);
    assert_eq!(files(&place), [""; 0].map(PathBuf::from));
    assert!(!root.join("share/doc/csecrets").exists());
}

#[test]
fn a_complete_build_is_installed_without_cargo() {
    let place = scratch("install-no-cargo");
    install("install", &[setting("PREFIX", &place), "CARGO=/nonexistent/cargo".into()]);
    assert_eq!(files(&place), layout("lib"));
}

#[test]
fn a_prefix_that_depends_on_where_make_stands_is_refused() {
    make_library();
    let refused = attempt(make(ROOT).args(["install", "PREFIX=relative"]));
    assert!(!refused.status.success() && said(&refused).contains("PREFIX is relative"));
}

#[test]
fn libdir_is_honoured() {
    let place = scratch("install-libdir");
    let settings = [setting("PREFIX", &place), setting("LIBDIR", &place.join("lib/multiarch"))];
    install("install", &settings);
    assert_eq!(files(&place), layout("lib/multiarch"));
    let pc = read_to_string(place.join("lib/multiarch/pkgconfig/csecrets.pc")).unwrap();
    assert!(
        pc.contains("\nlibdir=${prefix}/lib/multiarch\nincludedir=${prefix}/include\n"),
        "{pc}"
    );
    install("uninstall", &settings);
    assert_eq!(files(&place), [""; 0].map(PathBuf::from));
}

/// The files that a build is made of: what git tracks, or what a release's MANIFEST lists.
fn sources() -> Option<String> {
    if Path::new(ROOT).join(".git").exists() && has("git") {
        return Some(answer(Command::new("git").args(["-C", ROOT, "ls-files", "--cached"])));
    }
    read_to_string(Path::new(ROOT).join("MANIFEST")).ok()
}

/// Copies the sources and builds there; the libraries' bytes.
fn built_elsewhere(directory: &Path, sources: &str) -> [Vec<u8>; 2] {
    for file in sources.lines() {
        let target = directory.join(file);
        create_dir_all(target.parent().unwrap()).unwrap();
        copy(Path::new(ROOT).join(file), target).unwrap();
    }
    run(make(directory).arg("all").env_remove("CARGO_TARGET_DIR"));
    let build = directory.join("build");
    let so = concat!("libcsecrets.so.", env!("CARGO_PKG_VERSION"));
    [so, "libcsecrets.a"].map(|name| read(build.join(name)).unwrap())
}

#[test]
fn two_builds_in_different_places_are_the_same() {
    let test = "reproducible";
    let Some(sources) = sources() else {
        return skip(test, "neither git nor a MANIFEST tells which files to copy");
    };
    let place = scratch(test);
    let here = built_elsewhere(&place.join("a"), &sources);
    let there = built_elsewhere(&place.join("a-place/with/a-longer-name"), &sources);
    assert!(here[0] == there[0], "the shared libraries differ");
    assert!(here[1] == there[1], "the static libraries differ");
    let [shared, archive] = here.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    for trace in [place.to_str().unwrap(), ".cargo/", ".rs"] {
        assert!(!shared.contains(trace) && !archive.contains(trace), "{trace} is in a library");
    }
}
