// Text that fits into the width of a terminal: lines are broken between words.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace reductions {

// Columns that the text takes: in UTF-8, the bytes that do not continue a character, without the escape sequences that
// set a colour. No text here has wide characters.
std::size_t width_of(std::string_view text);

// One line broken between words into lines of at most `width` columns; a word that is wider has a line of its own. The
// spaces with which the line begins stay, as far as there is room.
std::vector<std::string> wrapped(std::string_view line, std::size_t width);

// The same, and the lines after the first begin below the text of the first: below its last column, where that is set
// off by two spaces or more and leaves room for words, as in a table or a list of options; otherwise at its
// indentation.
std::string wrapped_below(std::string_view line, std::size_t width);

// While it lives, what is written to a stream is broken into lines of at most `width` columns. Where the lines of a
// table are made to fit, they stay as they are.
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
