// memory.cpp - what wipes leaves nothing in the memory that it gives back; what does not, does
#include "check.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <string>

#include <malloc.h>

namespace {

// Whether a block that was given back held this text.
std::string marker;
bool left_behind;

void give_back(void *block) noexcept
{
    if (block != nullptr && !marker.empty()) {
        const char *first = static_cast<const char *>(block);
        const char *last = first + malloc_usable_size(block);
        left_behind |= std::search(first, last, marker.begin(), marker.end()) != last;
    }
    std::free(block);
}

/// Whether the marker was in a block that was given back meanwhile.
template <class Text>
bool leaves(const std::string &text)
{
    marker = text;
    left_behind = false;
    {
        Text first(marker.begin(), marker.end());
        Text second = first;
        second.resize(second.size() + 100);
        Text third = std::move(first);
    }
    marker.clear();
    return left_behind;
}

} // namespace

void *operator new(std::size_t size)
{
    void *block = std::malloc(size);
    return block != nullptr ? block : throw std::bad_alloc();
}
void operator delete(void *block) noexcept { give_back(block); }
void operator delete(void *block, std::size_t) noexcept { give_back(block); }

TEST(a_secret_leaves_nothing_behind_and_a_plain_string_does)
{
    struct text : csecrets::secret_string {
        text(std::string::iterator first, std::string::iterator last)
            : csecrets::secret_string(
                  std::string_view(&*first, static_cast<std::size_t>(last - first)))
        {
        }
    };
    const std::string secret = "a secret text of so many characters";
    CHECK(!leaves<text>(secret));
    CHECK(!leaves<csecrets::secret_bytes>(secret));
    CHECK(leaves<std::string>(secret));
    CHECK(leaves<std::vector<std::uint8_t>>(secret));
}

TEST(a_short_secret_is_kept_where_the_allocator_sees_it)
{
    const csecrets::secret_string pin("1234");
    const char *object = reinterpret_cast<const char *>(&pin);
    CHECK(pin.data() < object || pin.data() >= object + sizeof pin);
}

TEST(a_secret_text_is_a_text_and_compared_in_constant_time)
{
    csecrets::secret_string text = csecrets::token_hex<csecrets::secret_string>(16);
    CHECK(text.size() == 32 && text.c_str()[32] == '\0' && text == std::string(text.view()));
    CHECK(text != csecrets::token_hex<csecrets::secret_string>(16));
    CHECK(csecrets::secret_string("a") == "a" && std::string("a") == csecrets::secret_string("a"));
    CHECK(csecrets::secret_string().empty() && csecrets::secret_string().c_str()[0] == '\0');
    text.resize(4);
    CHECK(text.size() == 4 && text.c_str()[4] == '\0');
    CHECK(csecrets::token_bytes<csecrets::secret_bytes>(16).size() == 16);
    const auto phrase = csecrets::passphrase<csecrets::secret_string>(4);
    CHECK(phrase.size() == std::char_traits<char>::length(phrase.c_str()));
    CHECK(csecrets::code_normalize<csecrets::secret_string>("ab-cd")->view() == "ABCD");
}

TEST(wiping_reaches_every_byte)
{
    std::string text = "secret";
    csecrets::wipe(text);
    CHECK(text == std::string(6, '\0'));
    std::array<std::uint32_t, 2> words = {1, 2};
    csecrets::wipe(words);
    CHECK(words[0] == 0 && words[1] == 0);
}

TEST(the_generator_keeps_no_number_that_it_gave_out)
{
    alignas(csecrets::generator) unsigned char place[sizeof(csecrets::generator)];
    auto *generator = new (place) csecrets::generator;
    const auto held = [&](std::uint64_t number) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(&number);
        return std::search(place, place + sizeof place, bytes, bytes + 8) != place + sizeof place;
    };
    for (int i = 0; i < 100; i++) {
        CHECK(!held((*generator)()));
    }
    generator->~generator();
    // The numbers that were drawn ahead are gone too. How many there were need not be.
    CHECK(std::count(place, place + sizeof place, 0) >= static_cast<long>(sizeof place - 8));
}
