#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    char suits[4] = {'c', 'd', 'h', 's'};
    static const uint64_t weights[3] = {70, 29, 1};
    char one, three[3], two[2];
    size_t seats[3], prize;

    if (csecrets_choice(&one, suits, 4, sizeof one) != CSECRETS_OK ||
        csecrets_choices(three, 3, suits, 4, sizeof suits[0]) != CSECRETS_OK ||
        csecrets_sample(two, 2, suits, 4, sizeof suits[0]) != CSECRETS_OK ||
        csecrets_sample_indices(seats, 3, 90) != CSECRETS_OK ||
        csecrets_weighted_index(&prize, weights, 3) != CSECRETS_OK ||
        csecrets_shuffle(suits, 4, sizeof suits[0]) != CSECRETS_OK)
        return 1;
    printf("one suit %c; three, which may be alike, %.3s; two that are not %.2s\n", one, three,
           two);
    printf("seats %2lu, %2lu and %2lu of 90\n", (unsigned long)seats[0], (unsigned long)seats[1],
           (unsigned long)seats[2]);
    printf("prize %lu, with odds of 70 : 29 : 1\n", (unsigned long)prize);
    printf("all suits in a new order %.4s\n", suits);
    return 0;
}
