// Chunks are cut where numpy.array_split cuts them.
#include "blocks/chunks.hpp"
#include "catch.hpp"

using namespace reductions;

TEST_CASE("chunks follow each other without a gap, the longer ones first", "[chunks]") {
    const std::size_t size = GENERATE(as<std::size_t>{}, 0, 1, 2, 9, 10, 11, 99, 100, 101, 12345);
    const std::size_t count = GENERATE(as<std::size_t>{}, 1, 2, 3, 7, 10, 100);
    const Chunks chunks{size, count};
    REQUIRE(chunks.count() == count);
    std::size_t next = 0;
    for (std::size_t index = 0; index < count; ++index) {
        const Chunk chunk = chunks[index];
        INFO("chunk " << index << " of " << count << " over " << size);
        CHECK(chunk.begin == next);
        CHECK(chunk.length == size / count + (index < size % count ? 1 : 0));
        next += chunk.length;
    }
    CHECK(next == size);
}

TEST_CASE("the article's arrays make 99 chunks", "[chunks]") {
    const auto chunks = Chunks::as_in_the_article(9'999'999);
    CHECK(chunks.count() == 99);
    CHECK(chunks[0].length == 101'011);  // numpy.array_split: 9,999,999 = 99 · 101,010 + 9
    CHECK(chunks[8].length == 101'011);
    CHECK(chunks[9].length == 101'010);
}

TEST_CASE("arrays shorter than two chunks make one chunk", "[chunks]") {
    CHECK(Chunks::as_in_the_article(0).count() == 1);
    CHECK(Chunks::as_in_the_article(99'999).count() == 1);
    CHECK(Chunks::as_in_the_article(199'999).count() == 1);
    CHECK(Chunks::as_in_the_article(200'000).count() == 2);
}
