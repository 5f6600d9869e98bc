/* sqlite.c - stands in for other programs that have a database open
 *
 * usage: sqlite FILE SQL...
 *
 * Runs each SQL and prints its rows, columns between '|', then "ready", and keeps the file open,
 * with all locks, until standard input ends.
 */
#include <stdio.h>

#include <sqlite3.h>

static int show(void *unused, int columns, char **values, char **names)
{
    (void)unused;
    (void)names;
    for (int i = 0; i < columns; i++) {
        printf("%s%s", i == 0 ? "" : "|", values[i] == NULL ? "NULL" : values[i]);
    }
    puts("");
    return 0;
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    int status = argc < 2 ? SQLITE_MISUSE : sqlite3_open(argv[1], &db);
    sqlite3_busy_timeout(db, 10000);
    for (int i = 2; i < argc && status == SQLITE_OK; i++) {
        status = sqlite3_exec(db, argv[i], show, NULL, NULL);
    }
    if (status != SQLITE_OK) {
        fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
        return 1;
    }
    puts("ready");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
