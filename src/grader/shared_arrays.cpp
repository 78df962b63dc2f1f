#include "grader/shared_arrays.hpp"

#include <cerrno>
#include <map>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>

namespace reductions {

SharedArrays::SharedArrays(Content content, std::size_t capacity, std::uint64_t seed)
    : content_{content}, capacity_{capacity}, random_{seed} {
    const std::size_t bytes = 2 * capacity * sizeof(std::uint64_t);
    const Descriptor file{succeeded(::memfd_create("arrays", MFD_CLOEXEC | MFD_ALLOW_SEALING), "memfd_create")};
    succeeded(::ftruncate(file.number(), static_cast<off_t>(bytes)), "memory for the arrays");
    void* const place = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file.number(), 0);
    if (place == MAP_FAILED) throw std::system_error{errno, std::generic_category(), "memory for the arrays"};
    words_ = {static_cast<std::uint64_t*>(place), 2 * capacity};
    // This mapping stays writable. No new one will be, in any process, not even by way of /proc/self/fd.
    succeeded(::fcntl(file.number(), F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_FUTURE_WRITE | F_SEAL_SEAL),
              "sealing the arrays");
    const std::string again = "/proc/self/fd/" + std::to_string(file.number());
    readable_ = Descriptor{succeeded(::open(again.c_str(), O_RDONLY | O_CLOEXEC), again)};
}

SharedArrays::~SharedArrays() { ::munmap(words_.data(), words_.size_bytes()); }

std::uint64_t SharedArrays::random_word() {
    const std::uint64_t bits = random_();
    if (content_ == Content::doubles) {
        return std::bit_cast<std::uint64_t>(static_cast<double>(static_cast<std::int64_t>(bits) >> 11) * 0x1p-52);
    }
    // Most are small. One in 64 may be so large that the squares of the differences do not fit into 32 bits, nor the
    // differences into 16. Still, a sum of 2²³ squares is about 2 % of what fits into an int64 or exactly into a
    // double.
    const std::int64_t most = bits >> 58 != 0 ? 1000 : content_ == Content::int64 ? 1'000'000 : 30'000;
    const auto number = static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(2 * most + 1)) - most;
    return content_ == Content::int64 ? std::bit_cast<std::uint64_t>(number)
                                      : std::bit_cast<std::uint64_t>(static_cast<double>(number));
}

void SharedArrays::fill() {
    for (std::uint64_t& word : words_) word = random_word();
}

void SharedArrays::make_one_wide(Chunk chunk) {
    if (content_ != Content::int64) return;
    const std::size_t i = chunk.begin + random_() % chunk.length;
    constexpr std::int64_t number = 1'400'000'000;
    words_[i] = std::bit_cast<std::uint64_t>(number);
    words_[capacity_ + i] = std::bit_cast<std::uint64_t>(-number);
}

void SharedArrays::set_difference(std::size_t i, double difference) {
    if (content_ != Content::doubles) return;
    words_[i] = std::bit_cast<std::uint64_t>(difference);
    words_[capacity_ + i] = std::bit_cast<std::uint64_t>(0.0);
}

void SharedArrays::make_differences_negative(Chunk chunk) {
    if (content_ != Content::int64) return;
    for (std::size_t i = chunk.begin; i < chunk.begin + chunk.length; ++i) {
        const auto a = std::bit_cast<std::int64_t>(words_[i]);
        const auto b = std::bit_cast<std::int64_t>(words_[capacity_ + i]);
        if (a > b) std::swap(words_[i], words_[capacity_ + i]);
        if (a == b) words_[capacity_ + i] = std::bit_cast<std::uint64_t>(b + 1);
    }
}

void SharedArrays::change(Chunk chunk, std::size_t threads) {
    if (chunk.length == 0) return;
    std::map<const std::uint64_t*, std::uint64_t> originals;  // no second change may undo the first one
    const auto change_one = [&](std::size_t begin, std::size_t size) {
        const std::size_t i = chunk.begin + begin + random_() % size;
        std::uint64_t& word = words_[random_() % 2 == 0 ? i : capacity_ + i];
        const std::uint64_t before = word;
        const std::uint64_t original = originals.try_emplace(&word, before).first->second;
        while (word == before || word == original) word = random_word();
    };
    for (int i = 0; i < 16; ++i) change_one(0, chunk.length);
    const Chunks slices{chunk.length, threads};
    for (std::size_t thread = 0; thread < threads; ++thread) {
        const auto [begin, size] = slices[thread];
        if (size != 0) change_one(begin, size);
    }
}

}  // namespace reductions
