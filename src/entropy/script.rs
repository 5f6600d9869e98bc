//! A source that says what it is told to, so that tests can ask for exact results.

#![forbid(unsafe_code)]

use core::mem::MaybeUninit;

use super::Source;
use crate::error::Error;

/// Gives the bytes of a script in order, and fails when they run out or when told to.
pub struct Script<'a> {
    rest: &'a [u8],
    calls: usize,
    fails_at: usize,
}

impl<'a> Script<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, calls: 0, fails_at: 0 }
    }

    /// Fails on the k-th call, counted from 1.
    pub fn failing_at(bytes: &'a [u8], k: usize) -> Self {
        Self { rest: bytes, calls: 0, fails_at: k }
    }

    pub fn calls(&self) -> usize {
        self.calls
    }

    pub fn left(&self) -> usize {
        self.rest.len()
    }
}

impl Source for Script<'_> {
    fn fill_uninit(&mut self, out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
        self.calls += 1;
        if self.calls == self.fails_at || out.len() > self.rest.len() {
            return Err(Error::EntropyUnavailable);
        }
        let (now, rest) = self.rest.split_at(out.len());
        out.iter_mut().zip(now).for_each(|(to, from)| _ = to.write(*from));
        self.rest = rest;
        Ok(())
    }
}

/// Gives the same byte for ever, as a broken generator would.
pub struct Stuck(pub u8);

impl Source for Stuck {
    fn fill_uninit(&mut self, out: &mut [MaybeUninit<u8>]) -> Result<(), Error> {
        out.iter_mut().for_each(|byte| _ = byte.write(self.0));
        Ok(())
    }
}
