/* draw_number.c - the verbs that print numbers */
#include <inttypes.h>
#include <stdio.h>

#include "draw.h"
#include "fail.h"
#include "number.h"
#include "output.h"
#include "strength.h"
#include "verbs.h"

enum { DICE_MAX = 10000 };

int run_below(const struct request *request)
{
    return draw_all(request, recipe_below(number("N", request->operands[0], 1, UINT64_MAX)));
}

int run_int(const struct request *request)
{
    const int64_t low = signed_number("LOW", request->operands[0]);
    const int64_t high = signed_number("HIGH", request->operands[1]);
    if (low > high) {
        fail_usage("LOW comes first, and %" PRId64 " is above %" PRId64, low, high);
    }
    return draw_all(request, recipe_int(low, high));
}

/* One after the other on a line; an array in JSON. */
static csecrets_status draw_dice(struct recipe *recipe, char *out)
{
    const char *between = recipe->is_number ? "," : " ";
    size_t len = (size_t)snprintf(out, recipe->size, "%s", recipe->is_number ? "[" : "");
    for (size_t i = 0; i < recipe->n; i++) {
        uint64_t face;
        const csecrets_status status = csecrets_randbelow(&face, recipe->bound);
        if (status != CSECRETS_OK) {
            return status;
        }
        len += (size_t)snprintf(out + len, recipe->size - len, "%s%" PRIu64, i == 0 ? "" : between,
                                face + 1);
    }
    snprintf(out + len, recipe->size - len, "%s", recipe->is_number ? "]" : "");
    return CSECRETS_OK;
}

int run_dice(const struct request *request)
{
    const char *shape = operand(request, 0, "1d6");
    uint64_t dice, sides;
    if (!is_pair(shape, 'd', DICE_MAX, &dice, &sides)) {
        fail_usage("dice are NdSIDES, such as 2d6, each up to %d; not \"%s\"", DICE_MAX,
                   shown(shape));
    }
    struct strength strength = STRENGTH_ONE;
    for (uint64_t i = 0; i < dice; i++) {
        strength_multiply(&strength, sides);
    }
    const struct recipe recipe = {.size = (size_t)dice * sizeof "10000" + sizeof "[]",
                                  .bits = strength_bits(&strength),
                                  .is_exempt = true,
                                  .is_number = request->given[JSON] != NULL,
                                  .draw = draw_dice,
                                  .n = (size_t)dice,
                                  .bound = sides};
    return draw_all(request, recipe);
}
