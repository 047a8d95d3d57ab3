#pragma once

// What our turns write, as numbers: made by parley-bench from real turns, replayed here.
//
//     contacts 128        contacts that talk
//     inbox 58            bytes hashed for an inbox key
//     turn 610            one turn of the conversation: bytes of the sealed state it leaves
//     outbox 470          a sealed message of that turn
//     leaf 312 80         an audit leaf of that turn, and the bytes it commits to (0: none)

enum {
    LONGEST_CONVERSATION = 64,
    MOST_MESSAGES = 8,
    MOST_LEAVES = 32,
    MOST_CONTACTS = 4096,
    LARGEST_RECORD = 1 << 16
};

struct leaf_size {
    int bytes, payload;
};

struct turn_sizes {
    int state;
    int message_count, messages[MOST_MESSAGES];
    int leaf_count;
    struct leaf_size leaves[MOST_LEAVES];
};

struct trace {
    int contacts, inbox;
    int turn_count;
    struct turn_sizes turns[LONGEST_CONVERSATION];
};

void read_trace(const char *path, struct trace *trace);
