/* bash.c - a function that looks for the verb, and offers what that takes */
#include <stdio.h>

#include "write.h"

static void print_option(const struct option *option, const char *end)
{
    if (option->letter != 0) {
        printf("-%c%s", option->letter, end);
    }
    printf("--%s", option->name);
}

/* "-k|--key) words=...;;" for each option of a set that takes something. */
static void print_values(uint64_t options)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option *option = &OPTIONS[i];
        if ((options >> i & 1) == 0 || option->value == NULL) {
            continue;
        }
        printf("            ");
        print_option(option, "|");
        printf(") words=\"%s\" ;;\n", option->words == NULL ? "" : option->words);
    }
}

static void print_options(uint64_t options)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        if ((options >> i & 1) != 0) {
            printf(" ");
            print_option(&OPTIONS[i], " ");
        }
    }
}

static void print_case(const char *pattern, uint64_t options, const char *words)
{
    printf("    %s)\n        case $prev in\n", pattern);
    print_values(options);
    printf("            *) words=\"%s\" options=\"", words);
    print_options(options);
    printf("\" ;;\n        esac\n        ;;\n");
}

void write_bash(void)
{
    printf("# bash completion for csecrets, from its table: generated\n"
           "_csecrets() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local verb= words= options= verbs=\"");
    print_verbs(" ");
    printf(
        "\" i\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        [[ $verb || \" $verbs \" != *\" ${COMP_WORDS[i]} \"* ]] || verb=${COMP_WORDS[i]}\n"
        "    done\n"
        "    case $verb in\n");
    for (int i = 0; i < VERB_COUNT; i++) {
        print_case(VERBS[i].name, VERBS[i].options, VERBS[i].words == NULL ? "" : VERBS[i].words);
    }
    print_case("*", COMMON_OPTIONS, "VERB");
    printf("    esac\n"
           "    [[ $cur != -* ]] || words=$options\n"
           "    case $words in\n"
           "    FILE)\n"
           "        compopt -o filenames 2> /dev/null\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
           "        ;;\n"
           "    @FILE) mapfile -t COMPREPLY < <(compgen -P @ -f -- \"${cur#@}\") ;;\n"
           "    VERB) COMPREPLY=($(compgen -W \"$verbs\" -- \"$cur\")) ;;\n"
           "    *) COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")) ;;\n"
           "    esac\n"
           "}\n"
           "complete -F _csecrets csecrets\n");
}
