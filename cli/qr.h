/* qr.h - QR codes, by qrencode(1) if it is installed */
#ifndef QR_H
#define QR_H

#include "output.h"

/* Adds the QR code of a text as another value, or nothing if there is no qrencode. */
void add_qr_code(struct output *output, const struct buffer *text);

#endif
