/* terminal.h - a terminal that does not show what is typed */
#ifndef TERMINAL_H
#define TERMINAL_H

/* Asks for something by its name, and hides what is typed until show_typing(). A signal that stops or
 * ends the program, and its own end, leave the terminal as it was. */
void hide_typing(int file, const char *what);

/* Does nothing if nothing is hidden. */
void show_typing(void);

#endif
