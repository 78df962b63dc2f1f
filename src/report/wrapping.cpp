// Breaks lines between words, so that they fit the width of a terminal.
#include "report/wrapping.hpp"

#include <algorithm>
#include <ostream>
#include <streambuf>
#include <utility>

namespace reductions {
namespace {

// A narrower column of text is hard to read.
constexpr std::size_t narrowest_column = 20;

std::size_t indentation_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

// The position of the last column of a line: of the text after the last two spaces, or 0 if there are none.
std::size_t last_column_of(std::string_view line) {
    const std::size_t gap = line.rfind("  ");
    return gap == std::string_view::npos ? 0 : width_of(line.substr(0, std::min(gap + 2, line.size())));
}

}  // namespace

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\033') {
            i = std::min(text.find('m', i), text.size());
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
            ++width;
        }
    }
    return width;
}

std::vector<std::string> wrapped(std::string_view line, std::size_t width) {
    std::vector<std::string> lines(1);
    bool begun = false;  // whether the last line contains a word
    while (!line.empty()) {
        const std::size_t begin = indentation_of(line);
        const std::size_t end = std::min(line.find(' ', begin), line.size());
        const std::string_view spaces = line.substr(0, begin);
        const std::string_view word = line.substr(begin, end - begin);
        line.remove_prefix(end);
        const std::size_t room = width - std::min(width, width_of(word));
        if (begun && width_of(lines.back()) + spaces.size() + width_of(word) > width) {
            lines.emplace_back(word);
        } else {
            lines.back().append(begun ? spaces : spaces.substr(0, room)).append(word);
        }
        begun = true;
    }
    return lines;
}

std::string wrapped_below(std::string_view line, std::size_t width) {
    if (width_of(line) <= width) return std::string{line};
    std::size_t indentation = last_column_of(line);
    if (indentation + narrowest_column > width) indentation = indentation_of(line);
    if (indentation + narrowest_column > width) indentation = 0;
    const std::vector<std::string> lines = wrapped(line, width);
    std::string rest;
    for (std::size_t i = 1; i < lines.size(); ++i) rest += (i == 1 ? "" : " ") + lines[i];
    std::string text = lines.front();
    if (rest.empty()) return text;
    for (const std::string& next : wrapped(rest, width - indentation)) {
        text += '\n' + std::string(indentation, ' ') + next;
    }
    return text;
}

// Collects a line, and passes it on when it is complete or flushed.
class WrappedStream::Buffer : public std::streambuf {
public:
    Buffer(std::streambuf& target, std::size_t width) : target_{target}, width_{width} {}

    std::streambuf& target() { return target_; }

protected:
    int overflow(int character) override {
        if (character == traits_type::eof()) return traits_type::not_eof(character);
        if (character != '\n') {
            line_ += static_cast<char>(character);
            return character;
        }
        return pass_on("\n") ? character : traits_type::eof();
    }

    int sync() override { return pass_on("") ? target_.pubsync() : -1; }

private:
    bool pass_on(std::string_view end) {
        const std::string text = wrapped_below(std::exchange(line_, {}), width_).append(end);
        return target_.sputn(text.data(), static_cast<std::streamsize>(text.size())) ==
               static_cast<std::streamsize>(text.size());
    }

    std::streambuf& target_;
    std::size_t width_;
    std::string line_;
};

WrappedStream::WrappedStream(std::ostream& stream, std::size_t width)
    : stream_{stream}, buffer_{std::make_unique<Buffer>(*stream.rdbuf(), width)} {
    stream_.rdbuf(buffer_.get());
}

WrappedStream::~WrappedStream() {
    stream_.flush();
    stream_.rdbuf(&buffer_->target());  // this clears the stream's state
}

}  // namespace reductions
