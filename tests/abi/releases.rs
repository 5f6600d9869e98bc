//! The versions that programs may have been built against, one folder of tests/abi each.

use std::collections::BTreeSet;
use std::fs::read_dir;

use crate::common::{ROOT, prototypes};

/// A minor version with the SONAME of today.
pub struct Release {
    /// Such as "0.1".
    pub version: String,
    /// Its folder.
    pub folder: String,
}

impl Release {
    pub fn header(&self) -> String {
        format!("{}/csecrets.h", self.folder)
    }

    /// The functions that its header declares.
    fn functions(&self, test: &str) -> BTreeSet<String> {
        let prototypes = prototypes(&self.header(), &format!("{test}-{}", self.version));
        prototypes.iter().map(|prototype| function(prototype)).collect()
    }
}

/// From the first to the last.
pub fn releases() -> Vec<Release> {
    let folder = format!("{ROOT}/tests/abi");
    let names = read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    let mut found: Vec<_> = names.filter_map(|name| Some((number(&name)?, name))).collect();
    found.sort();
    let release = |version: String| Release { folder: format!("{folder}/{version}"), version };
    found.into_iter().map(|(_, version)| release(version)).collect()
}

fn number(version: &str) -> Option<(u32, u32)> {
    let (major, minor) = version.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// Each of these versions, and the functions that it was the first to declare.
pub fn firsts<'a>(releases: &'a [Release], test: &str) -> Vec<(&'a str, BTreeSet<String>)> {
    let mut known = BTreeSet::new();
    let mut firsts = Vec::new();
    for release in releases {
        let declared = release.functions(test);
        firsts.push((release.version.as_str(), &declared - &known));
        known.extend(declared);
    }
    firsts
}

/// The name in a prototype.
pub fn function(prototype: &str) -> String {
    let before = prototype.split_once('(').unwrap().0;
    before.rsplit([' ', '*']).next().unwrap().to_string()
}
