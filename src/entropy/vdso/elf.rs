//! Finding a function in the vDSO, the shared library that the kernel maps into every process.

use core::ffi::CStr;
use core::ptr::NonNull;

const PT_LOAD: u32 = 1;
const PT_DYNAMIC: u32 = 2;
const DT_NULL: usize = 0;
const DT_STRTAB: usize = 5;
const DT_SYMTAB: usize = 6;
const DT_GNU_HASH: usize = 0x6fff_fef5;

/// The parts of `Elf64_Ehdr` that are needed.
#[repr(C)]
struct Header {
    identification: [u8; 16],
    kind: u16,
    machine: u16,
    version: u32,
    entry: u64,
    program_headers: u64,
    section_headers: u64,
    flags: u32,
    header_size: u16,
    program_header_size: u16,
    program_header_count: u16,
}

/// `Elf64_Phdr`.
#[repr(C)]
struct ProgramHeader {
    kind: u32,
    flags: u32,
    offset: usize,
    address: usize,
    physical_address: usize,
    file_size: usize,
    memory_size: usize,
    alignment: usize,
}

/// `Elf64_Dyn`.
#[repr(C)]
struct Dynamic {
    tag: usize,
    value: usize,
}

/// `Elf64_Sym`.
#[repr(C)]
struct Symbol {
    name: u32,
    info: u8,
    other: u8,
    section: u16,
    value: usize,
    size: usize,
}

/// The head of a DT_GNU_HASH table: a Bloom filter, the buckets and the chains come behind it.
#[repr(C)]
struct GnuHash {
    buckets: u32,
    first_symbol: u32,
    filter_words: u32,
    filter_shift: u32,
}

/// The address of a function.
///
/// # Safety
/// `image` is the address of a 64-bit ELF image as the kernel maps it: whole and well-formed.
pub unsafe fn function(image: usize, name: &CStr) -> Option<NonNull<()>> {
    let header = image as *const Header;
    let (mut bias, mut dynamic) = (None, None);
    // SAFETY: a well-formed image has as many program headers as its header says.
    unsafe {
        let first = (image + (*header).program_headers as usize) as *const ProgramHeader;
        for i in 0..(*header).program_header_count {
            let program = &*first.add(i.into());
            match program.kind {
                PT_LOAD => bias = bias.or(Some(image + program.offset - program.address)),
                PT_DYNAMIC => dynamic = Some(image + program.offset),
                _ => {}
            }
        }
    }
    let (bias, mut dynamic) = (bias?, dynamic? as *const Dynamic);
    let (mut strings, mut symbols, mut hashes) = (None, None, None);
    // SAFETY: the dynamic section ends in DT_NULL.
    unsafe {
        while (*dynamic).tag != DT_NULL {
            let address = bias + (*dynamic).value;
            match (*dynamic).tag {
                DT_STRTAB => strings = Some(address),
                DT_SYMTAB => symbols = Some(address as *const Symbol),
                DT_GNU_HASH => hashes = Some(address as *const GnuHash),
                _ => {}
            }
            dynamic = dynamic.add(1);
        }
    }
    let (strings, symbols, hashes) = (strings?, symbols?, hashes?);
    // SAFETY: the three tables are those of one image. A chain of the hash table ends where the
    // lowest bit of a hash is set.
    unsafe {
        let table = &*hashes;
        let filter = hashes.add(1).cast::<u64>();
        let buckets = filter.add(table.filter_words as usize).cast::<u32>();
        let chains = buckets.add(table.buckets as usize);
        let wanted = gnu_hash(name.to_bytes());
        let mut index = *buckets.add(wanted.checked_rem(table.buckets)? as usize);
        while index >= table.first_symbol {
            let hash = *chains.add((index - table.first_symbol) as usize);
            let symbol = &*symbols.add(index as usize);
            let symbol_name = CStr::from_ptr((strings + symbol.name as usize) as *const _);
            if hash | 1 == wanted | 1 && symbol_name == name && symbol.section != 0 {
                return NonNull::new((bias + symbol.value) as *mut ());
            }
            if hash & 1 == 1 {
                break;
            }
            index += 1;
        }
    }
    None
}

/// The hash of DT_GNU_HASH: D. J. Bernstein's, times 33.
fn gnu_hash(name: &[u8]) -> u32 {
    name.iter().fold(5381_u32, |hash, &byte| hash.wrapping_mul(33).wrapping_add(byte.into()))
}
