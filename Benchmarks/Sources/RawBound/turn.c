#include "turn.h"

#include <stdlib.h>
#include <string.h>

#include "big_endian.h"
#include "crypto.h"
#include "failure.h"
#include "store.h"
#include "tree.h"

struct contact {
    uint8_t id[ID_BYTES], key[KEY_BYTES], salt_key[KEY_BYTES];
    int64_t row;
};

static const int64_t milliseconds_per_day = 86400000;

static const struct trace *trace;
static struct contact *contacts;
static struct tree tree;
static int64_t last_outbox;

static uint8_t state[LARGEST_RECORD], sealed_state[LARGEST_RECORD];
static uint8_t message[LARGEST_RECORD], sealed_message[LARGEST_RECORD];
static uint8_t payload[LARGEST_RECORD], leaf_body[LARGEST_RECORD];

/// What an envelope is bound to: lengths and names, row, row version, key version.
static struct bytes bound_to(const char *purpose, const char *table, const uint8_t id[ID_BYTES],
                             int64_t version)
{
    static uint8_t place[128];
    const struct bytes names[] = {
        {purpose, strlen(purpose)}, {table, strlen(table)}, {id, ID_BYTES}};
    uint8_t *end = place;
    for (int name = 0; name < 3; name++) {
        end = put_big_endian(end, names[name].count, 2);
        memcpy(end, names[name].start, names[name].count);
        end += names[name].count;
    }
    end = put64(end, (uint64_t)version);
    end = put_big_endian(end, 1, 4);
    return (struct bytes){place, (size_t)(end - place)};
}

static struct bytes seal_state(const struct contact *contact, int sealed_bytes, int64_t version)
{
    seal(state, sealed_bytes - SEAL_OVERHEAD,
         bound_to("parley/state/v1", "contact", contact->id, version), sealed_state);
    return (struct bytes){sealed_state, (size_t)sealed_bytes};
}

void turns_start(const struct trace *of_trace)
{
    trace = of_trace;
    contacts = calloc((size_t)trace->contacts, sizeof *contacts);
    expect(contacts != NULL, "out of memory");
    memset(payload, 'p', sizeof payload);
    memset(message, 'm', sizeof message);
    begin();
    for (int place = 0; place < trace->contacts; place++) {
        struct contact *contact = &contacts[place];
        random_bytes((uint8_t *)contact, (int)offsetof(struct contact, row));
        memcpy(&contact->row, contact->id, sizeof contact->row);
        use_key(contact->key);
        insert_contact(contact->row, contact->id, milliseconds_per_day,
                       seal_state(contact, trace->turns[trace->turn_count - 1].state, 1));
    }
    commit_turns(0);
}

static void take_message(int64_t number, int64_t now)
{
    uint8_t code[DIGEST_BYTES];
    put64(payload, (uint64_t)number);
    hmac((struct bytes){payload, (size_t)trace->inbox}, code);
    insert_inbox(code, now);
}

static void queue_message(const struct contact *contact, int sealed_bytes, int64_t turn, int place,
                          int64_t now)
{
    uint8_t numbers[16], effect[DIGEST_BYTES];
    put64(put64(numbers, (uint64_t)turn), (uint64_t)place);
    sha256((struct bytes[]){{"parley/effect/v1", 16}, {contact->id, ID_BYTES}, {numbers, 16}}, 3,
           effect);
    seal(message, sealed_bytes - SEAL_OVERHEAD,
         bound_to("parley/outbox/v1", "outbox", effect, 1), sealed_message);
    insert_outbox(++last_outbox, contact->row, effect,
                  (struct bytes){sealed_message, (size_t)sealed_bytes}, now);
}

static void put_hexadecimal(uint8_t *target, const uint8_t digest[DIGEST_BYTES])
{
    for (int place = 0; place < DIGEST_BYTES; place++) {
        target[2 * place] = (uint8_t) "0123456789abcdef"[digest[place] >> 4];
        target[2 * place + 1] = (uint8_t) "0123456789abcdef"[digest[place] & 15];
    }
}

/// The commitment to `count` bytes under the salt of this leaf alone.
static void commit_to_payload(const struct contact *contact, int count,
                              uint8_t digest[DIGEST_BYTES])
{
    static const char kind[] = "\x10message.received";
    uint8_t sequence[8], salt[DIGEST_BYTES];
    put64(sequence, tree.size);
    sha256((struct bytes[]){{"parley/salt/v1", 15}, {contact->salt_key, KEY_BYTES},
                            {sequence, 8}, {kind, sizeof kind - 1}},
           4, salt);
    sha256((struct bytes[]){{"parley/payload/v1", 18}, {salt, DIGEST_BYTES},
                            {payload, (size_t)count}},
           3, digest);
}

/// `left_state` is what the turn left behind, for its last leaf; otherwise empty.
static void log_leaf(const struct contact *contact, struct leaf_size leaf,
                     struct bytes left_state)
{
    uint8_t digest[DIGEST_BYTES];
    memset(leaf_body, 'l', (size_t)leaf.bytes);
    put64(leaf_body, tree.size);
    if (leaf.payload > 0) {
        commit_to_payload(contact, leaf.payload, digest);
        put_hexadecimal(leaf_body + leaf.bytes - 4 * DIGEST_BYTES, digest);
    }
    if (left_state.count > 0) {
        sha256((struct bytes[]){{"parley/state/v1", 16}, left_state}, 2, digest);
        put_hexadecimal(leaf_body + leaf.bytes - 2 * DIGEST_BYTES, digest);
    }
    hash_leaf(leaf_body, leaf.bytes, digest);
    insert_leaf(tree.size, (struct bytes){leaf_body, (size_t)leaf.bytes}, digest);
    append_leaf(&tree, digest);
}

void do_turn(int64_t number, int64_t now)
{
    const struct contact *contact = &contacts[number % trace->contacts];
    const struct turn_sizes *turn =
        &trace->turns[number / trace->contacts % trace->turn_count];
    int64_t version;
    int count = read_contact(contact->row, contact->id, &version, sealed_state);
    use_key(contact->key);
    open_sealed(sealed_state, count,
                bound_to("parley/state/v1", "contact", contact->id, version), state);
    struct bytes sealed = seal_state(contact, turn->state, version + 1);
    take_message(number, now);
    update_contact(contact->row, contact->id, version, now + milliseconds_per_day, sealed);
    for (int place = 0; place < turn->message_count; place++) {
        queue_message(contact, turn->messages[place], version, place, now);
    }
    for (int place = 0; place < turn->leaf_count; place++) {
        bool is_last = place == turn->leaf_count - 1;
        log_leaf(contact, turn->leaves[place], is_last ? sealed : (struct bytes){NULL, 0});
    }
}

void commit_turns(int64_t now)
{
    commit(&tree, last_outbox, now);
}
