/* fish.c - a line for each option of each verb */
#include <stdio.h>
#include <string.h>

#include "write.h"

static void print_option(const struct option *option, const char *condition)
{
    printf("complete -c csecrets -n '%s'", condition);
    if (option->letter != 0) {
        printf(" -s %c", option->letter);
    }
    printf(" -l %s -d '", option->name);
    print_quoted(option->help, "");
    printf("'");
    const char *words =
        words_of(option->words, "FILE", "(__fish_complete_path | string replace -r ^ @)");
    const int is_file = words != NULL && strcmp(words, "FILE") == 0;
    if (option->value != NULL) {
        printf(is_file ? " -r -F" : " -x");
    }
    if (words != NULL && !is_file) {
        printf(" -a '%s'", words);
    }
    printf("\n");
}

static void print_options(uint64_t options, const char *condition)
{
    for (int i = 0; i < OPTION_COUNT; i++) {
        if ((options >> i & 1) != 0) {
            print_option(&OPTIONS[i], condition);
        }
    }
}

void write_fish(void)
{
    char condition[64];
    printf("# fish completion for csecrets, from its table: generated\n"
           "complete -c csecrets -f\n"
           "set -l verbs ");
    print_verbs(" ");
    printf("\n");
    print_options(COMMON_OPTIONS, "__fish_use_subcommand");
    for (int i = 0; i < VERB_COUNT; i++) {
        const struct verb *verb = &VERBS[i];
        printf("complete -c csecrets -n __fish_use_subcommand -a %s -d '", verb->name);
        print_quoted(verb->summary, "");
        printf("'\n");
        snprintf(condition, sizeof condition, "__fish_seen_subcommand_from %s", verb->name);
        print_options(verb->options, condition);
        if (verb->words != NULL && strcmp(verb->words, "FILE") == 0) {
            printf("complete -c csecrets -n '%s' -F\n", condition);
        } else if (verb->words != NULL && strcmp(verb->words, "VERB") == 0) {
            printf("complete -c csecrets -n '%s' -a \"$verbs\"\n", condition);
        } else if (verb->words != NULL) {
            printf("complete -c csecrets -n '%s' -a '%s'\n", condition, verb->words);
        }
    }
}
