// Chunks of an array, cut where numpy.array_split cuts it.
#pragma once

#include <algorithm>
#include <cstddef>

namespace reductions {

// The half-open range [begin, begin + length) of element indices.
struct Chunk {
    std::size_t begin;
    std::size_t length;
};

// `size` elements in `count` >= 1 chunks. The first size % count chunks have one element more than the others.
class Chunks {
public:
    constexpr Chunks(std::size_t size, std::size_t count)
        : count_{count}, length_{size / count}, longer_{size % count} {}

    // The article's cut: about 100,000 elements per chunk, and at least one chunk. (The article's own code fails below
    // 100,000 elements, because numpy.array_split refuses zero chunks.)
    static constexpr Chunks as_in_the_article(std::size_t size) {
        return {size, std::max<std::size_t>(1, size / 100'000)};
    }

    constexpr std::size_t count() const { return count_; }

    // The chunk at this index, which must be below count().
    constexpr Chunk operator[](std::size_t index) const {
        return {index * length_ + std::min(index, longer_), length_ + (index < longer_ ? 1 : 0)};
    }

private:
    std::size_t count_;
    std::size_t length_;
    std::size_t longer_;
};

}  // namespace reductions
