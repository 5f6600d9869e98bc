/* zsh.c - a specification for each option of each verb, for _arguments */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "write.h"

/* To _arguments and _describe. */
static const char SPECIAL[] = "[]:\\";

static void print_argument(const char *value, const char *words)
{
    const char *action = words_of(words, "_files", "_csecrets_key");
    printf(":");
    print_quoted(value, SPECIAL);
    if (action == NULL) {
        printf(": ");
    } else if (action != words) {
        printf(":%s", action);
    } else if (strcmp(words, "VERB") == 0) {
        printf(":_csecrets_verbs");
    } else {
        printf(":(%s)", words);
    }
}

static void print_option(const struct option *option)
{
    const char letter[] = {'-', option->letter, '\0'};
    const char *names[] = {option->letter == 0 ? NULL : letter, option->name};
    for (int i = 0; i < 2; i++) {
        if (names[i] == NULL) {
            continue;
        }
        /* -k may come several times; the others exclude their own other name. */
        const bool is_repeated = option == &OPTIONS[KEY];
        printf("            '%s%s%s[", is_repeated ? "*" : "", i == 0 ? "" : "--", names[i]);
        print_quoted(option->help, SPECIAL);
        printf("]");
        if (option->value != NULL) {
            print_argument(option->value, option->words);
        }
        printf("' \\\n");
    }
}

static void print_options(uint64_t options)
{
    printf("        _arguments -s \\\n");
    for (int i = 0; i < OPTION_COUNT; i++) {
        if ((options >> i & 1) != 0) {
            print_option(&OPTIONS[i]);
        }
    }
}

void write_zsh(void)
{
    printf("#compdef csecrets\n"
           "# zsh completion for csecrets, from its table: generated\n"
           "_csecrets_verbs() {\n"
           "    local -a verbs=(\n");
    for (int i = 0; i < VERB_COUNT; i++) {
        printf("        '%s:", VERBS[i].name);
        print_quoted(VERBS[i].summary, SPECIAL);
        printf("'\n");
    }
    printf("    )\n"
           "    _describe verb verbs\n"
           "}\n"
           "_csecrets_key() {\n"
           "    compset -P '@' && _files || compadd -S '' -- @\n"
           "}\n"
           "_csecrets() {\n"
           "    local verb=${words[(r)(");
    print_verbs("|");
    printf(")]}\n"
           "    case $verb in\n");
    for (int i = 0; i < VERB_COUNT; i++) {
        printf("    %s)\n", VERBS[i].name);
        print_options(VERBS[i].options);
        printf("            '1: :_csecrets_verbs'");
        for (size_t operand = 0; operand < VERBS[i].most; operand++) {
            printf(" \\\n            '%zu", operand + 2);
            print_argument(VERBS[i].operands, VERBS[i].words);
            printf("'");
        }
        printf("\n        ;;\n");
    }
    printf("    *)\n");
    print_options(COMMON_OPTIONS);
    printf("            '1: :_csecrets_verbs'\n"
           "        ;;\n"
           "    esac\n"
           "}\n"
           "[[ $funcstack[1] != _csecrets ]] || _csecrets \"$@\"\n");
}
