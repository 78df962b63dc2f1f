// The two arrays on which submissions are judged: the grader's memory, which workers can only read.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <random>
#include <span>
#include <string>

#include "blocks/chunks.hpp"
#include "grader/descriptor.hpp"

namespace reductions {

// What the arrays contain.
enum class Content {
    int64,          // whole numbers from -1000 to 1000, and a few up to a million
    whole_doubles,  // the same, up to 30,000, as double: no sum of their squares is rounded
    doubles,        // from -1 to 1, in steps of 2⁻⁵²: sums are rounded
};

class SharedArrays {
public:
    // `capacity` elements of 8 bytes each, a multiple of the number of elements in a page. The content is a function of
    // the seed. Until fill() all of them are 0. Throws std::system_error.
    SharedArrays(Content content, std::size_t capacity, std::uint64_t seed);
    SharedArrays(const SharedArrays&) = delete;
    SharedArrays& operator=(const SharedArrays&) = delete;
    ~SharedArrays();

    Content content() const { return content_; }
    std::size_t capacity() const { return capacity_; }

    // The arrays as a file that can only be read: it is sealed.
    int descriptor() const { return readable_.number(); }

    // Gives all elements new random values.
    void fill();

    // Changes 16 random elements of a chunk, and at least one in each slice of this many threads. So no answer to an
    // earlier question is the answer to the next one.
    void change(Chunk chunk, std::size_t threads);

    // Gives one element of the chunk a difference that does not fit into 32 bits, if the elements are int64. Only one
    // such square fits into a sum, so this may be called once.
    void make_one_wide(Chunk chunk);

    // Gives an element this difference, if the elements are fractions.
    void set_difference(std::size_t i, double difference);

    // Exchanges elements of the chunk such that each difference a - b is negative, if the elements are int64. The
    // squares stay the same, except where the difference was 0.
    void make_differences_negative(Chunk chunk);

    // The elements of a chunk. T is double or std::int64_t, as the content is.
    template <typename T>
    std::span<const T> a(Chunk chunk) const {
        return {reinterpret_cast<const T*>(words_.data()) + chunk.begin, chunk.length};
    }
    template <typename T>
    std::span<const T> b(Chunk chunk) const {
        return {reinterpret_cast<const T*>(words_.data()) + capacity_ + chunk.begin, chunk.length};
    }

    // The last `size` elements. The page after them must not be touched, so reading beyond the end is noticed.
    Chunk last(std::size_t size) const { return {capacity_ - size, size}; }

private:
    std::uint64_t random_word();

    Content content_;
    std::size_t capacity_;
    std::mt19937_64 random_;
    Descriptor readable_;
    std::span<std::uint64_t> words_;  // a, then b
};

}  // namespace reductions
