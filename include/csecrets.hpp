// csecrets.hpp - csecrets for C++17 and later: the same secrets, in C++'s own types
//
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// A token, in full:
//
//     std::string token = csecrets::token_urlsafe();
//
// What holds for every function:
//
// - The names are those of csecrets.h without csecrets_, and what is said there holds here.
// - A mistake of the program, or a system without randomness, throws csecrets::error. With a
//   std::error_code as the last argument nothing is thrown, but by an allocation: the code says
//   what happened, and what is returned is empty, zeros, or a number at the end of its type.
// - What comes from outside and is wrong is no mistake of the program: verify, the decoders and
//   their like give an empty std::optional, and never throw for it. The code, if one is given,
//   says why.
// - Bytes that are only read are taken from whatever holds them: text (without its NUL), a
//   container of bytes, a pointer and a size.
// - Text comes as std::string, bytes as std::vector<std::uint8_t>, which stay in memory when they
//   go away. Ask for the types that wipe: token_hex<csecrets::secret_string>(32),
//   token_bytes<csecrets::secret_bytes>(32).
// - What csecrets.h wants as text of the program (purpose, prefix, separator, alphabet) is refused
//   if it holds a NUL: "reset\0evil" is not "reset".
//
// Link as a C program does: with -lcsecrets, or the flags of pkg-config.
#ifndef CSECRETS_HPP
#define CSECRETS_HPP

#include <csecrets/code.hpp>
#include <csecrets/codec.hpp>
#include <csecrets/error.hpp>
#include <csecrets/generator.hpp>
#include <csecrets/hash.hpp>
#include <csecrets/number.hpp>
#include <csecrets/otp.hpp>
#include <csecrets/password.hpp>
#include <csecrets/pick.hpp>
#include <csecrets/secret.hpp>
#include <csecrets/sign.hpp>
#include <csecrets/token.hpp>
#include <csecrets/uuid.hpp>

#endif
