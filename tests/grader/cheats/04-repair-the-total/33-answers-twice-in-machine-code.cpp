// rejected: forbidden
// Writes to descriptor 3 by a system call of its own. Its instructions are an array in the section of the code, so
// there is neither an assembler token nor a name for the linker.
#include <cstdint>
#include <span>

[[gnu::section(".text.code")]] static const unsigned char code[] = {
#ifdef __x86_64__
    0xb8, 0x01, 0x00, 0x00, 0x00, 0x0f, 0x05, 0xc3,  // mov eax, 1 (write); syscall; ret
#else
    0x08, 0x08, 0x80, 0xd2, 0x01, 0x00, 0x00, 0xd4, 0xc0, 0x03, 0x5f, 0xd6,  // AArch64: mov x8, 64; svc 0; ret
#endif
};

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    const std::int64_t answer[2] = {0, total};
    reinterpret_cast<long (*)(long, const void*, long)>(const_cast<unsigned char*>(code))(3, answer, sizeof answer);
    return total;
}
