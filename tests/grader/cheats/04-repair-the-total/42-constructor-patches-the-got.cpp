// rejected: forbidden
// A constructor finds its own entry for GOMP_parallel with dl_iterate_phdr and overwrites it. Teams then have one
// thread.
#include <link.h>

#include <cstdint>
#include <cstring>
#include <span>

static void serial(void (*function)(void*), void* data, unsigned, unsigned) { function(data); }

static int patch(dl_phdr_info* object, std::size_t, void*) {
    const auto here = reinterpret_cast<ElfW(Addr)>(&serial);
    for (int k = 0; k < object->dlpi_phnum; ++k) {
        const ElfW(Phdr)& part = object->dlpi_phdr[k];
        if (part.p_type != PT_DYNAMIC || here < object->dlpi_addr || here - object->dlpi_addr > (1 << 20)) continue;
        const ElfW(Rela)* entries = nullptr;
        const ElfW(Sym)* symbols = nullptr;
        const char* names = nullptr;
        std::size_t bytes = 0;
        for (auto* d = reinterpret_cast<const ElfW(Dyn)*>(object->dlpi_addr + part.p_vaddr); d->d_tag != DT_NULL; ++d) {
            if (d->d_tag == DT_JMPREL) entries = reinterpret_cast<const ElfW(Rela)*>(d->d_un.d_ptr);
            if (d->d_tag == DT_SYMTAB) symbols = reinterpret_cast<const ElfW(Sym)*>(d->d_un.d_ptr);
            if (d->d_tag == DT_STRTAB) names = reinterpret_cast<const char*>(d->d_un.d_ptr);
            if (d->d_tag == DT_PLTRELSZ) bytes = d->d_un.d_val;
        }
        for (std::size_t i = 0; i < bytes / sizeof *entries; ++i) {
            const char* const name = names + symbols[ELF64_R_SYM(entries[i].r_info)].st_name;
            const auto slot = reinterpret_cast<void*>(object->dlpi_addr + entries[i].r_offset);
            if (std::strcmp(name, "GOMP_parallel") == 0) *static_cast<decltype(&serial)*>(slot) = &serial;
        }
    }
    return 0;
}

[[gnu::constructor]] static void start() { dl_iterate_phdr(patch, nullptr); }

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
