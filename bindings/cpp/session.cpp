// session.cpp - a user's session with its CSRF token; nothing is thrown
//
// Every function takes a std::error_code as its last argument, and then throws nothing but what an
// allocation throws. What is returned with an error is empty, so that whoever forgets to look has
// locked everybody out, not let everybody in.
//
// Build it alone:  c++ -std=c++17 session.cpp $(pkg-config --cflags --libs csecrets)
#include <csecrets.hpp>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <system_error>

namespace {

class session {
public:
    /// Opens a session; a second call gives it new tokens.
    void open(std::uint64_t user_id, std::error_code &code)
    {
        id_ = csecrets::token_urlsafe<csecrets::secret_string>(32, code);
        if (!code) {
            csrf_token_ = csecrets::token_hex<csecrets::secret_string>(16, code);
        }
        user_id_ = code ? 0 : user_id;
    }

    /// Two empty texts are equal, so a token that was never set has to be refused first.
    bool csrf_matches(std::string_view sent) const noexcept
    {
        return !csrf_token_.empty() && csecrets::equal(csrf_token_, sent);
    }

    std::uint64_t user_id() const noexcept { return user_id_; }
    std::string_view id() const noexcept { return id_; }
    std::string_view csrf_token() const noexcept { return csrf_token_; }

private:
    std::uint64_t user_id_ = 0;
    csecrets::secret_string id_{};
    csecrets::secret_string csrf_token_{};
};

void show(const char *what, bool accepted)
{
    std::cout << "  " << what << (accepted ? "accepted\n" : "refused\n");
}

} // namespace

int main()
{
    session session;
    show("an empty token, no session yet  ", session.csrf_matches(""));

    std::error_code code;
    session.open(12345, code);
    if (code) {
        std::cerr << "session: " << code.message() << '\n';
        return EXIT_FAILURE;
    }
    std::cout << "user " << session.user_id() << ", session " << session.id() << '\n';
    show("the token                       ", session.csrf_matches(session.csrf_token()));
    show("half of the token               ", session.csrf_matches(session.csrf_token().substr(16)));
    show("another token                   ", session.csrf_matches(csecrets::token_hex(16, code)));

    // What is refused says why, as a comparison or as a text.
    csecrets::password(7, {}, code);
    std::cout << "a password of 7: " << code.message() << '\n';
    return code == csecrets::errc::weak ? EXIT_SUCCESS : EXIT_FAILURE;
}
