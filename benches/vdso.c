/* Finds the kernel's getrandom that needs no system call, and the memory that it asks for. */
#include <elf.h>
#include <link.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>

#include "peers.h"

vgetrandom *raw_vdso;
size_t vdso_state_size;

/* struct vgetrandom_opaque_params of the kernel's linux/random.h, since 6.11. */
static struct {
    uint32_t state_size;
    uint32_t mmap_prot;
    uint32_t mmap_flags;
    uint32_t reserved[13];
} params;

/* The symbol table does not tell its length, but each kind of hash table does. */
static size_t count_by_gnu_hash(const uint32_t *table)
{
    uint32_t bucket_count = table[0], first = table[1], bloom_size = table[2], last = 0;
    const uint32_t *buckets = table + 4 + bloom_size * (sizeof(ElfW(Addr)) / sizeof(uint32_t));
    const uint32_t *chains = buckets + bucket_count;

    for (uint32_t i = 0; i < bucket_count; i++)
        last = buckets[i] > last ? buckets[i] : last;
    if (last < first)
        return first;
    while ((chains[last - first] & 1) == 0)
        last++;
    return (size_t)last + 1;
}

static const void *symbol_of(const char *image, const char *name)
{
    const ElfW(Ehdr) *header = (const void *)image;
    const ElfW(Phdr) *segments = (const void *)(image + header->e_phoff);
    const ElfW(Dyn) *entry = NULL;
    const ElfW(Sym) *symbols = NULL;
    const char *names = NULL;
    const char *base = image;
    size_t count = 0;

    for (size_t i = 0; i < header->e_phnum; i++) {
        if (segments[i].p_type == PT_LOAD)
            base = image + segments[i].p_offset - segments[i].p_vaddr;
        if (segments[i].p_type == PT_DYNAMIC)
            entry = (const void *)(image + segments[i].p_offset);
    }
    for (; entry != NULL && entry->d_tag != DT_NULL; entry++) {
        const char *address = base + entry->d_un.d_ptr;
        if (entry->d_tag == DT_SYMTAB)
            symbols = (const void *)address;
        else if (entry->d_tag == DT_STRTAB)
            names = address;
        else if (entry->d_tag == DT_HASH)
            count = ((const uint32_t *)(const void *)address)[1];
        else if (entry->d_tag == DT_GNU_HASH && count == 0)
            count = count_by_gnu_hash((const void *)address);
    }
    for (size_t i = 0; symbols != NULL && names != NULL && i < count; i++) {
        if (symbols[i].st_shndx != SHN_UNDEF && strcmp(names + symbols[i].st_name, name) == 0)
            return base + symbols[i].st_value;
    }
    return NULL;
}

bool find_vdso(void)
{
    unsigned long image = getauxval(AT_SYSINFO_EHDR);
    const void *address = image != 0 ? symbol_of((const char *)image, VDSO_NAME) : NULL;

    if (address == NULL)
        return false;
    memcpy(&raw_vdso, &address, sizeof(raw_vdso));
    /* With this size it fills no bytes, but params. */
    if (raw_vdso(NULL, 0, 0, &params, ~(size_t)0) != 0)
        return false;
    vdso_state_size = params.state_size;
    return true;
}

/* A state may not cross the end of a page, so each has its own. */
void *new_vdso_state(void)
{
    void *state = mmap(NULL, vdso_state_size, (int)params.mmap_prot, (int)params.mmap_flags, -1, 0);

    must(state != MAP_FAILED, "mmap of the vDSO's state");
    return state;
}
