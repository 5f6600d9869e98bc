// password_reset.cpp - a reset link that is good once and for an hour; errors are thrown
//
// The link carries a signed token. Its payload names the user and the hash of the password that is
// to be replaced: once that has changed, the link fits no more, and no store has to remember it.
//
// Build it alone:  c++ -std=c++17 password_reset.cpp $(pkg-config --cflags --libs csecrets)
#include <csecrets.hpp>

#include <chrono>
#include <exception>
#include <iostream>
#include <map>
#include <optional>
#include <string>

namespace {

using namespace std::chrono_literals;

constexpr std::string_view purpose = "password reset";

class accounts {
public:
    void add(const std::string &user, std::string_view password)
    {
        hashes_[user] = csecrets::password_hash(password);
    }

    bool log_in(const std::string &user, std::string_view password) const
    {
        const auto account = hashes_.find(user);
        return account != hashes_.end() && csecrets::password_matches(account->second, password);
    }

    /// The token that goes into the link.
    std::string reset_token(const std::string &user) const
    {
        return csecrets::sign(key_, purpose, user + ' ' + fingerprint(user), csecrets::in(1h));
    }

    /// Whether the token was good, and the password is a new one now.
    bool reset(std::string_view token, std::string_view password)
    {
        const std::optional<std::string> payload = csecrets::verify(token, purpose, key_);
        if (!payload) {
            return false; // forged, expired, or for something else
        }
        const std::string user = payload->substr(0, payload->find(' '));
        if (hashes_.count(user) == 0 || *payload != user + ' ' + fingerprint(user)) {
            return false; // used already
        }
        add(user, password);
        return true;
    }

private:
    std::string fingerprint(const std::string &user) const
    {
        return csecrets::hex_encode(csecrets::token_hash(hashes_.at(user)));
    }

    csecrets::secret_bytes key_ = csecrets::token_bytes<csecrets::secret_bytes>();
    std::map<std::string, std::string> hashes_{};
};

void show(const char *what, bool accepted)
{
    std::cout << "  " << what << (accepted ? "accepted\n" : "refused\n");
}

} // namespace

int main()
{
    try {
        accounts accounts;
        accounts.add("alice", "forgotten");
        const std::string token = accounts.reset_token("alice");
        std::string forged = token;
        forged.back() = forged.back() == 'A' ? 'B' : 'A';

        std::cout << "https://example.org/reset?t=" << token << '\n';
        show("a forged token            ", accounts.reset(forged, "mine"));
        show("the token                 ", accounts.reset(token, "correct horse"));
        show("the token, a second time  ", accounts.reset(token, "mine"));
        show("the old password          ", accounts.log_in("alice", "forgotten"));
        show("the new password          ", accounts.log_in("alice", "correct horse"));
    } catch (const std::exception &thrown) {
        std::cerr << "password_reset: " << thrown.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
