#include "trace.h"

#include <stdio.h>
#include <string.h>

#include "crypto.h"
#include "failure.h"

static int size_within(int value, int least, int most)
{
    expect(value >= least && value <= most, "a number of the trace is out of range");
    return value;
}

static void read_line(const char *line, struct trace *trace)
{
    struct turn_sizes *turn = &trace->turns[trace->turn_count > 0 ? trace->turn_count - 1 : 0];
    const int smallest = SEAL_OVERHEAD + 1;
    char word[16];
    int first = 0, second = 0;
    int fields = sscanf(line, "%15s %d %d", word, &first, &second);
    expect(fields >= 2, "a line of the trace is not a word and a number");
    if (strcmp(word, "contacts") == 0) {
        trace->contacts = size_within(first, 1, MOST_CONTACTS);
    } else if (strcmp(word, "inbox") == 0) {
        trace->inbox = size_within(first, 8, LARGEST_RECORD);
    } else if (strcmp(word, "turn") == 0) {
        expect(trace->turn_count < LONGEST_CONVERSATION, "the trace has too many turns");
        trace->turns[trace->turn_count++].state = size_within(first, smallest, LARGEST_RECORD);
    } else if (strcmp(word, "outbox") == 0) {
        expect(turn->message_count < MOST_MESSAGES, "a turn has too many messages");
        turn->messages[turn->message_count++] = size_within(first, smallest, LARGEST_RECORD);
    } else if (strcmp(word, "leaf") == 0) {
        expect(turn->leaf_count < MOST_LEAVES, "a turn has too many leaves");
        struct leaf_size *leaf = &turn->leaves[turn->leaf_count++];
        // Room for the two digests in hexadecimal.
        leaf->bytes = size_within(first, 4 * DIGEST_BYTES, LARGEST_RECORD);
        leaf->payload = size_within(second, 0, LARGEST_RECORD);
    } else {
        expect(false, "the trace has an unknown word");
    }
}

void read_trace(const char *path, struct trace *trace)
{
    memset(trace, 0, sizeof *trace);
    FILE *file = fopen(path, "r");
    expect(file != NULL, "the trace cannot be opened");
    char line[128];
    while (fgets(line, sizeof line, file) != NULL) {
        read_line(line, trace);
    }
    fclose(file);
    expect(trace->contacts > 0 && trace->inbox > 0 && trace->turn_count > 0,
           "the trace is not complete");
}
