// Breaks lines between words, so that they fit the width of a terminal.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

// The number of columns that UTF-8 text takes. Escape sequences that set a colour take none. This project prints no
// characters that are two columns wide.
std::size_t width_of(std::string_view text);

// Breaks a line between words into lines of at most `width` columns. A word that is wider gets its own line. The spaces
// at the beginning of the line stay, as far as there is room.
std::vector<std::string> wrapped(std::string_view line, std::size_t width);

// The same, but the lines after the first are indented. If two spaces or more set off a last column, as in a list of
// options, and that column has room for words, they begin below it. Otherwise they have the indentation of the first.
std::string wrapped_below(std::string_view line, std::size_t width);

// Breaks what is written to a stream into lines of at most `width` columns while the object lives. Lines that fit, such
// as those of a table, stay unchanged.
class WrappedStream {
public:
    WrappedStream(std::ostream& stream, std::size_t width);
    WrappedStream(const WrappedStream&) = delete;
    WrappedStream& operator=(const WrappedStream&) = delete;
    ~WrappedStream();

private:
    class Buffer;
    std::ostream& stream_;
    std::unique_ptr<Buffer> buffer_;
};

}  // namespace reductions
