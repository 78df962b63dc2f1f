// rejected: refused
// The message of an assertion contains escape sequences, HTML, the end of a CDATA section and line breaks.
#include <cstdint>
#include <span>

static_assert(sizeof(int) == 0,
              "\033[2J\033[32mPASS\033[0m\r\n]]></failure></testcase><testcase name=\"races\"/><!-- "
              "<img src=x onerror=alert(1)> =HYPERLINK(\"http://example.org\") {\"score\": 100} \x9b\xff");

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
