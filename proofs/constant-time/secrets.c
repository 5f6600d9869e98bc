/* secrets.c - says of each export whether it draws, and which of its inputs are secret
 *
 * A line is "secret", an export, 1 if it draws one, and the places of its secret inputs. */
#include "secret.h"

int main(void)
{
    secret.script.is_played = true;
    begin_with_secrets();
    for (size_t i = 0; i < secret_count; i++) {
        const struct call *call = secret_calls[i];
        printf("secret %s %d", call->export, call->draws);
        for (int input = 0; input < INPUTS; input++)
            if (call->in[input].form != PUBLIC)
                printf(" %d", input);
        putchar('\n');
    }
    return 0;
}
