// main.cpp - runs the tests of all files that are linked together
#include "check.hpp"

#include <cstdio>
#include <exception>
#include <utility>
#include <vector>

namespace {

std::vector<std::pair<const char *, void (*)()>> &tests()
{
    static std::vector<std::pair<const char *, void (*)()>> all;
    return all;
}

unsigned long checks;
unsigned long failures;

} // namespace

test::test(const char *name, void (*body)()) { tests().emplace_back(name, body); }

bool check(bool holds, const char *file, int line, const char *words)
{
    checks++;
    if (!holds) {
        failures++;
        std::fprintf(stderr, "%s:%d: %s\n", file, line, words);
    }
    return holds;
}

int main()
{
    unsigned long failed = 0;
    for (const auto &[name, body] : tests()) {
        const unsigned long before = failures;
        try {
            body();
        } catch (const std::exception &thrown) {
            failures++;
            std::fprintf(stderr, "%s: threw %s\n", name, thrown.what());
        }
        if (failures > before) {
            std::fprintf(stderr, "FAILED %s\n", name);
            failed++;
        }
    }
    std::printf("%zu passed, %lu failed, %lu checks\n", tests().size() - failed, failed, checks);
    return failed > 0 || checks == 0;
}
