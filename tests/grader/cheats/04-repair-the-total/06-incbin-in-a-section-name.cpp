// rejected: forbidden refused
// g++ copies the name of a section into its assembly as it is. This name contains lines for the assembler, which
// reads a file.
#include <cstdint>
#include <span>

[[gnu::section(".data\n\t.incbin \"/etc/passwd\"\n#"), gnu::used]] static char stolen[16] = "stolen";

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
