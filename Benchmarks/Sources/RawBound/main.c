// The raw bound: the writes and the cryptography of Parley's turns, and nothing else, in plain C on
// one thread. No flow is interpreted, no consent is checked, nothing is parsed.
//
//     RawBound FOLDER TURNS BATCH TRACE
//
// Makes FOLDER/parley.db, does TURNS turns with BATCH of them in each durable commit, and prints
// one line of JSON. trace.h says what TRACE is.

#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "crypto.h"
#include "failure.h"
#include "store.h"
#include "trace.h"
#include "turn.h"

enum { WARM_UP_CONVERSATIONS = 2, WARM_UP_BATCH = 64 };

void fail(const char *what)
{
    fprintf(stderr, "error: %s\n", what);
    exit(2);
}

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void do_turns(int64_t first, int64_t end, int batch)
{
    while (first < end) {
        int64_t last = first + batch < end ? first + batch : end;
        int64_t now = 0;
        begin();
        for (; first < last; first++) {
            now = (int64_t)(seconds(CLOCK_REALTIME) * 1000);
            // A lone turn has the transaction itself to fall back on.
            if (batch > 1) {
                savepoint();
            }
            do_turn(first, now);
            if (batch > 1) {
                release_savepoint();
            }
        }
        commit_turns(now);
    }
}

static int number(const char *text, long most)
{
    char *end;
    long value = strtol(text, &end, 10);
    expect(*end == '\0' && value >= 1 && value <= most, "an argument is not a sensible number");
    return (int)value;
}

int main(int count, char **arguments)
{
    expect(count == 5, "usage: RawBound FOLDER TURNS BATCH TRACE");
    int turns = number(arguments[2], 100000000);
    int batch = number(arguments[3], 100000);
    static struct trace trace;
    read_trace(arguments[4], &trace);

    uint8_t key[KEY_BYTES];
    random_bytes(key, sizeof key);
    crypto_start(key);
    store_create(arguments[1]);
    turns_start(&trace);
    int64_t warm = (int64_t)WARM_UP_CONVERSATIONS * trace.contacts * trace.turn_count;
    do_turns(0, warm, WARM_UP_BATCH);

    double start = seconds(CLOCK_MONOTONIC);
    do_turns(warm, warm + turns, batch);
    double took = seconds(CLOCK_MONOTONIC) - start;
    store_close();

    printf("{\"turnsPerSecond\": %.1f, \"turns\": %d, \"batch\": %d, \"contacts\": %d, "
           "\"sqlite\": \"%s\", \"openssl\": \"%s\"}\n",
           turns / took, turns, batch, trace.contacts, store_version(), crypto_version());
    return 0;
}
