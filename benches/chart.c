/* Draws the times as bars on one logarithmic scale, in colours for light and for dark pages. */
#include <math.h>

#include "bench.h"

#define WIDTH 840
#define LEFT 150                /* where the bars start */
#define RIGHT 690               /* where the scale ends; labels may go beyond */
#define TOP 104
#define BAR 13
#define STEP 17
#define GROUP_HEAD 30
#define BOTTOM 44

/* Colours of a light page stand at each element, since not everybody who draws a chart knows style
 * sheets; what does knows dark pages too. */
static const struct {
    const char *class, *fill;
} bars[] = {
    [OURS] = {"ours", "#1a7f37"},
    [PEER] = {"peer", "#8c959f"},
    [KERNEL] = {"kernel", "#218bff"},
    [INSECURE] = {"insecure", "#d4a72c"},
};

static const char dark[] =
    "@media(prefers-color-scheme:dark){.page{fill:#0d1117}.rim{stroke:#0d1117}.ink{fill:#f0f6fc}\n"
    ".quiet{fill:#9198a1}.line{stroke:#30363d}.ours{fill:#3fb950}.peer{fill:#6e7681}\n"
    ".kernel{fill:#388bfd}.insecure{fill:#bb8009}}\n";

#define FONT "system-ui,-apple-system,&quot;Segoe UI&quot;,&quot;DejaVu Sans&quot;,sans-serif"

enum look { PLAIN, QUIET, BOLD, GROUP, TITLE };
enum anchor { START, MIDDLE, END };

static const struct {
    const char *class, *fill;
    int size;
    bool bold;
} looks[] = {
    [PLAIN] = {"ink", "#1f2328", 12, false}, [QUIET] = {"quiet", "#59636e", 12, false},
    [BOLD] = {"ink", "#1f2328", 12, true},   [GROUP] = {"ink", "#1f2328", 13, true},
    [TITLE] = {"ink", "#1f2328", 17, true},
};

struct scale {
    double low, high;           /* nanoseconds */
};

static double x_of(const struct scale *scale, double ns)
{
    return LEFT + (RIGHT - LEFT) * log10(ns / scale->low) / log10(scale->high / scale->low);
}

static void put_text(FILE *svg, double x, double y, enum look look, enum anchor anchor,
                     const char *paint, const char *text)
{
    static const char *const anchors[] = {"start", "middle", "end"};

    fprintf(svg, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\"%s text-anchor=\"%s\" %s>", x, y,
            looks[look].size, looks[look].bold ? " font-weight=\"600\"" : "", anchors[anchor],
            paint);
    for (; *text != '\0'; text++) {
        if (*text == '<')
            fputs("&lt;", svg);
        else if (*text == '&')
            fputs("&amp;", svg);
        else
            fputc(*text, svg);
    }
    fputs("</text>\n", svg);
}

/* First a rim in the colour of the page, which keeps the lines of the scale off the text. */
static void text_at(FILE *svg, double x, double y, enum look look, enum anchor anchor,
                    const char *text)
{
    char ink[64];

    snprintf(ink, sizeof(ink), "class=\"%s\" fill=\"%s\"", looks[look].class, looks[look].fill);
    put_text(svg, x, y, look, anchor,
             "class=\"rim\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4\" "
             "stroke-linejoin=\"round\"",
             text);
    put_text(svg, x, y, look, anchor, ink, text);
}

static void bar_at(FILE *svg, double x, double y, double width, double height, enum kind kind)
{
    fprintf(svg,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\" "
            "fill=\"%s\"/>\n",
            x, y, width, height, bars[kind].class, bars[kind].fill);
}

static const char *time_text(double ns, char *text, size_t text_size)
{
    static const char *const units[] = {"ns", "\xc2\xb5s", "ms", "s"};
    size_t unit = 0;

    /* Rounded first: 999.7 is 1 of the next unit. */
    while (ns >= 999.5 && unit < 3) {
        ns /= 1000;
        unit++;
    }
    snprintf(text, text_size, ns < 9.95 ? "%.1f %s" : "%.0f %s", ns, units[unit]);
    return text;
}

/* The contenders of a work that were measured, the fastest first; how many they are. */
static int ranking(const struct outcome *outcome, int order[MOST_CONTENDERS])
{
    int count = 0;

    for (int at = 0; outcome->work->contenders[at].run != NULL; at++) {
        int place = count;
        if (outcome->results[at].count == 0)
            continue;
        for (; place > 0; place--) {
            if (outcome->results[order[place - 1]].median <= outcome->results[at].median)
                break;
            order[place] = order[place - 1];
        }
        order[place] = at;
        count++;
    }
    return count;
}

static double draw_group(FILE *svg, const struct scale *scale, const struct outcome *outcome,
                         double y)
{
    int order[MOST_CONTENDERS];
    int count = ranking(outcome, order);
    double ours = outcome->results[0].median;

    text_at(svg, LEFT, y + GROUP_HEAD - 10, GROUP, START, outcome->work->name);
    y += GROUP_HEAD;
    for (int i = 0; i < count; i++, y += STEP) {
        enum who who = outcome->work->contenders[order[i]].who;
        double ns = outcome->results[order[i]].median;
        double end = x_of(scale, ns), ratio = ns / ours;
        bool own = kind_of(who) == OURS;
        char label[64], time[32];

        text_at(svg, LEFT - 8, y + 11, own ? BOLD : PLAIN, END, name_of(who));
        bar_at(svg, LEFT, y, end - LEFT, BAR, kind_of(who));
        text_at(svg, end + 6, y + 11, own ? BOLD : PLAIN, START, time_text(ns, time, sizeof(time)));
        snprintf(label, sizeof(label), ratio < 0.995 ? "%.2f" : ratio < 9.95 ? "%.1f" : "%.0f",
                 ratio);
        text_at(svg, WIDTH - 16, y + 11, own ? BOLD : QUIET, END, label);
    }
    return y;
}

static void draw_scale(FILE *svg, const struct scale *scale, double bottom)
{
    for (double ns = pow(10, ceil(log10(scale->low))); ns <= scale->high; ns *= 10) {
        static const char *const units[] = {"ns", "\xc2\xb5s", "ms"};
        int power = (int)lround(log10(ns));
        double x = x_of(scale, ns);
        char time[32];

        snprintf(time, sizeof(time), "%.0f %s", pow(10, power % 3), units[power / 3 % 3]);
        fprintf(svg,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%.1f\" class=\"line\" "
                "stroke=\"#d1d9e0\"/>\n",
                x, TOP, x, bottom);
        text_at(svg, x, TOP - 6, QUIET, MIDDLE, time);
        text_at(svg, x, bottom + 16, QUIET, MIDDLE, time);
    }
    text_at(svg, WIDTH - 16, TOP - 6, QUIET, END, "csecrets = 1");
}

static void draw_legend(FILE *svg)
{
    static const char *const meanings[] = {
        [OURS] = "csecrets", [PEER] = "peers", [KERNEL] = "the kernel's vDSO alone",
        [INSECURE] = "insecure: can be guessed, or leaks",
    };
    static const int widths[] = {[OURS] = 84, [PEER] = 68, [KERNEL] = 180, [INSECURE] = 0};
    int x = LEFT;

    for (int kind = OURS; kind <= INSECURE; kind++) {
        bar_at(svg, x, 60, 10, 10, (enum kind)kind);
        text_at(svg, x + 15, 69, PLAIN, START, meanings[kind]);
        x += widths[kind];
    }
}

void draw_chart(const char *path, const struct outcome *outcomes, int count)
{
    struct scale scale = {.low = 1e12, .high = 1};
    double height = TOP;
    FILE *svg = fopen(path, "w");

    must(svg != NULL, path);
    for (int i = 0; i < count; i++) {
        int order[MOST_CONTENDERS];
        if (!outcomes[i].work->charted)
            continue;
        int ranked = ranking(&outcomes[i], order);
        double least = outcomes[i].results[order[0]].median;
        double most = outcomes[i].results[order[ranked - 1]].median;
        scale.low = least < scale.low ? least : scale.low;
        scale.high = most > scale.high ? most : scale.high;
        height += GROUP_HEAD + STEP * ranked;
    }
    /* The shortest bar must still be seen. */
    scale.low /= 2;
    fprintf(svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" width=\"%d\" "
            "height=\"%.0f\" role=\"img\" font-family=\"" FONT "\">\n"
            "<title>Time of one call of csecrets and its peers</title>\n<style>\n%s</style>\n"
            "<rect width=\"100%%\" height=\"100%%\" class=\"page\" fill=\"#ffffff\"/>\n",
            WIDTH, height + BOTTOM + 12, WIDTH, height + BOTTOM + 12, dark);
    text_at(svg, LEFT, 28, TITLE, START, "Time of one call: the shorter the better");
    text_at(svg, LEFT, 47, QUIET, START,
            "Medians on a logarithmic scale: each line is ten times the one before");
    draw_legend(svg);
    draw_scale(svg, &scale, height + 8);
    double y = TOP;
    for (int i = 0; i < count; i++) {
        if (outcomes[i].work->charted)
            y = draw_group(svg, &scale, &outcomes[i], y);
    }
    text_at(svg, LEFT, height + BOTTOM, QUIET, START, machine_line());
    fputs("</svg>\n", svg);
    must(fclose(svg) == 0, "writing the chart");
}
