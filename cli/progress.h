/* progress.h - one line on a terminal that waits for more than a second */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdint.h>

/* Shows how much is done, "drawn 12345 of 100000"; a total of 0 is not known. */
void progress(const char *what, uint64_t done, uint64_t total);

/* Takes the line away, if there is one. */
void progress_end(void);

#endif
