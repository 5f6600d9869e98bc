/* attack_tempfile.c - a name that nobody can guess is read from the directory
 *
 * The C counterpart of open(f"secure_{secrets.token_hex(8)}.tmp", "w"). The name is random, and the
 * directory lists it to everybody; by then the file is open to them as well. secure_tempfile.c has the
 * way that lets nobody in.
 *
 * Build it alone:  cc attack_tempfile.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csecrets.h>

enum { NAME_BYTES = 8 };

static char directory[] = "/tmp/csecrets_attack_XXXXXX";

static bool fail(const char *what)
{
    perror(what);
    return false;
}

/* How a temporary file should not be made. */
static bool create(void)
{
    char name[CSECRETS_HEX_SIZE(NAME_BYTES)], path[sizeof directory + 64];
    csecrets_status status = csecrets_token_hex(name, sizeof name, NAME_BYTES);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "attack_tempfile: %s\n", csecrets_strerror(status));
        return false;
    }
    snprintf(path, sizeof path, "%s/secure_%s.tmp", directory, name);
    FILE *file = fopen(path, "w");
    if (file == NULL || fputs("sensitive data", file) == EOF || fclose(file) != 0) {
        return fail(path);
    }
    return true;
}

/* What another user does, who knows the directory alone. */
static bool find_and_read(void)
{
    char path[sizeof directory + 300], data[64] = "";
    struct stat about;
    DIR *listing = opendir(directory);
    struct dirent *entry = NULL;
    do {
        entry = listing == NULL ? NULL : readdir(listing);
    } while (entry != NULL && strncmp(entry->d_name, "secure_", 7) != 0);
    if (entry == NULL) {
        return fail(directory);
    }
    snprintf(path, sizeof path, "%s/%s", directory, entry->d_name);
    FILE *file = fopen(path, "r");
    bool read = file != NULL && fgets(data, sizeof data, file) != NULL &&
                fstat(fileno(file), &about) == 0;
    printf("found  %s\n", entry->d_name);
    if (read) {
        printf("mode   %04o: %s read it\n", (unsigned)(about.st_mode & 07777),
               (about.st_mode & S_IROTH) != 0 ? "everybody may" : "others may not");
        printf("read   %s\n", data);
    }
    if (file != NULL) {
        fclose(file);
    }
    unlink(path);
    closedir(listing);
    return read;
}

int main(void)
{
    umask(S_IWGRP | S_IWOTH); /* what most systems start with */
    if (mkdtemp(directory) == NULL) {
        fail(directory);
        return EXIT_FAILURE;
    }
    const bool read = create() && find_and_read();
    rmdir(directory);
    return read ? EXIT_SUCCESS : EXIT_FAILURE;
}
