/* write.c - writes the completions for a shell, from the table
 *
 *   write bash|zsh|fish
 *
 * It runs where csecrets is made, and has nothing of the library in it.
 */
#include <stdio.h>
#include <string.h>

#include "write.h"

static const struct {
    const char *shell;
    void (*write)(void);
} SHELLS[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};

void print_verbs(const char *between)
{
    for (int i = 0; i < VERB_COUNT; i++) {
        printf("%s%s", i == 0 ? "" : between, VERBS[i].name);
    }
}

const char *words_of(const char *words, const char *files, const char *keys)
{
    if (words == NULL) {
        return NULL;
    }
    return strcmp(words, "FILE") == 0 ? files : strcmp(words, "@FILE") == 0 ? keys : words;
}

void print_quoted(const char *text, const char *special)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            printf("'\\''");
        } else if (strchr(special, *text) != NULL) {
            printf("\\%c", *text);
        } else {
            putchar(*text);
        }
    }
}

int main(int argc, char **argv)
{
    for (size_t i = 0; i < sizeof SHELLS / sizeof SHELLS[0]; i++) {
        if (argc == 2 && strcmp(argv[1], SHELLS[i].shell) == 0) {
            SHELLS[i].write();
            return fflush(stdout) != 0 || ferror(stdout);
        }
    }
    fputs("usage: write bash|zsh|fish\n", stderr);
    return 2;
}
