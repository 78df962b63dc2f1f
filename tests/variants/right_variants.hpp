// What the tests of the variants share.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "arrays/any_arrays.hpp"
#include "catalog/catalog.hpp"
#include "contract/threads.hpp"

namespace reductions::testing {

// The variants of the catalog that must always be right.
inline std::vector<const Variant*> right_variants() {
    std::vector<const Variant*> right;
    for (const Variant* variant : catalog()) {
        if (variant->expectation == Expectation::right) right.push_back(variant);
    }
    return right;
}

// The variant of that name, which the catalog must have.
inline const Variant& variant_named(std::string_view name) {
    for (const Variant* variant : catalog()) {
        if (variant->name == name) return *variant;
    }
    throw std::invalid_argument{"no variant " + std::string{name}};
}

// Asks for a number of threads as long as the object lives.
class ThreadCount {
public:
    explicit ThreadCount(std::size_t threads) : before_{requested_threads()} { set_thread_count(threads); }
    ThreadCount(const ThreadCount&) = delete;
    ThreadCount& operator=(const ThreadCount&) = delete;
    ~ThreadCount() { set_thread_count(before_); }

private:
    std::size_t before_;
};

}  // namespace reductions::testing
