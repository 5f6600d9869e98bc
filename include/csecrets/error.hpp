// csecrets/error.hpp - a status as an exception, or as a std::error_code
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_ERROR_HPP
#define CSECRETS_ERROR_HPP

#include <csecrets.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

namespace csecrets {

/// The statuses, for comparing with a std::error_code: `if (code == csecrets::errc::expired)`.
enum class errc {
    null_pointer = CSECRETS_ERR_NULL_POINTER,
    invalid_argument = CSECRETS_ERR_INVALID_ARGUMENT,
    buffer_too_small = CSECRETS_ERR_BUFFER_TOO_SMALL,
    too_large = CSECRETS_ERR_TOO_LARGE,
    entropy_unavailable = CSECRETS_ERR_ENTROPY_UNAVAILABLE,
    entropy_broken = CSECRETS_ERR_ENTROPY_BROKEN,
    weak = CSECRETS_ERR_WEAK,
    unsatisfiable = CSECRETS_ERR_UNSATISFIABLE,
    malformed = CSECRETS_ERR_MALFORMED,
    bad_checksum = CSECRETS_ERR_BAD_CHECKSUM,
    bad_signature = CSECRETS_ERR_BAD_SIGNATURE,
    expired = CSECRETS_ERR_EXPIRED,
    bad_code = CSECRETS_ERR_BAD_CODE,
    replayed = CSECRETS_ERR_REPLAYED,
    unsupported = CSECRETS_ERR_UNSUPPORTED
};

/// The category of the statuses; its messages are those of csecrets_strerror().
inline const std::error_category &category() noexcept
{
    class statuses : public std::error_category {
    public:
        const char *name() const noexcept override { return "csecrets"; }
        std::string message(int status) const override { return csecrets_strerror(status); }
    };
    static const statuses instance;
    return instance;
}

inline std::error_code make_error_code(errc status) noexcept
{
    return {static_cast<int>(status), category()};
}

/// What is thrown: always this, save by an allocation.
class error : public std::system_error {
public:
    explicit error(csecrets_status status)
        : std::system_error(status, category(), csecrets_status_name(status))
    {
    }

    csecrets_status status() const noexcept { return code().value(); }
};

/// Where the status of a call goes: thrown if nothing is said, else into a std::error_code, which
/// success clears.
class report {
public:
    report() noexcept = default;
    report(std::error_code &code) noexcept : code_(&code) {}
    report(const report &) noexcept = default;
    report &operator=(const report &) noexcept = default;

    /// Whether the call succeeded.
    bool ok(csecrets_status status) const
    {
        const bool succeeded = status == CSECRETS_OK;
        if (code_ != nullptr) {
            *code_ = std::error_code(status, category());
        } else if (!succeeded) {
#if defined(__cpp_exceptions)
            throw error(status);
#else
            std::abort();
#endif
        }
        return succeeded;
    }

    /// Whether something from outside was accepted, for which nothing is thrown either way.
    bool accepted(csecrets_status status) const
    {
        switch (status) {
        case CSECRETS_ERR_MALFORMED:
        case CSECRETS_ERR_BAD_CHECKSUM:
        case CSECRETS_ERR_BAD_SIGNATURE:
        case CSECRETS_ERR_EXPIRED:
        case CSECRETS_ERR_BAD_CODE:
        case CSECRETS_ERR_REPLAYED:
            return code_ != nullptr && ok(status);
        default:
            return ok(status);
        }
    }

private:
    std::error_code *code_ = nullptr;
};

/// The version of the library that is running, such as "0.1.0".
inline std::string_view version() noexcept { return csecrets_version(); }

/// Draws once, without waiting, to see whether the system gives randomness: before chroot, seccomp
/// or the first secret. Returns 0, or the system's error number.
inline int entropy_probe(const report &to = {})
{
    std::int32_t os_errno = 0;
    to.ok(csecrets_entropy_probe(&os_errno));
    return os_errno;
}

} // namespace csecrets

template <>
struct std::is_error_code_enum<csecrets::errc> : std::true_type {};

#endif
