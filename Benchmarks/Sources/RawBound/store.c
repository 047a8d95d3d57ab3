#include "store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "failure.h"

// Kept like Sources/StorageSQLite/Schema.swift and Opening.swift: the same pages, the same indexes.
static const char *const schema =
    "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"
    "PRAGMA mmap_size = 0; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;"
    "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "PRAGMA wal_autocheckpoint = 4000;"
    "BEGIN IMMEDIATE;"
    "CREATE TABLE contact (row INTEGER PRIMARY KEY, id BLOB NOT NULL, version INTEGER NOT NULL,"
    " due INTEGER, sealed BLOB NOT NULL);"
    "CREATE INDEX contact_due ON contact (due) WHERE due IS NOT NULL;"
    "CREATE TABLE inbox (key BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE outbox (id INTEGER PRIMARY KEY, contact INTEGER NOT NULL,"
    " effect BLOB NOT NULL, purpose TEXT, sealed BLOB NOT NULL,"
    " attempts INTEGER NOT NULL DEFAULT 0, not_before INTEGER,"
    " queued INTEGER NOT NULL DEFAULT 0, dead_code TEXT);"
    "CREATE INDEX outbox_contact ON outbox (contact);"
    "CREATE INDEX outbox_dead ON outbox (id) WHERE dead_code IS NOT NULL;"
    "CREATE TABLE leaf (idx INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL);"
    "CREATE TABLE tree_head (size INTEGER PRIMARY KEY, root BLOB NOT NULL,"
    " time INTEGER NOT NULL);"
    "CREATE TABLE tip (id INTEGER PRIMARY KEY CHECK (id = 1), frontier BLOB NOT NULL,"
    " last_outbox INTEGER NOT NULL);"
    "INSERT INTO tip (id, frontier, last_outbox) VALUES (1, zeroblob(8), 0);"
    "COMMIT;";

enum statement {
    BEGIN, COMMIT, SAVEPOINT, RELEASE, SELECT_CONTACT, INSERT_CONTACT, UPDATE_CONTACT,
    INSERT_INBOX, INSERT_OUTBOX, INSERT_LEAF, UPDATE_TIP, INSERT_HEAD, STATEMENT_COUNT
};

static const char *const texts[STATEMENT_COUNT] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [SAVEPOINT] = "SAVEPOINT turn",
    [RELEASE] = "RELEASE turn",
    [SELECT_CONTACT] = "SELECT version, sealed FROM contact WHERE row = ?1 AND id = ?2",
    [INSERT_CONTACT] =
        "INSERT INTO contact (row, id, version, due, sealed) VALUES (?1, ?2, 1, ?3, ?4)"
        " ON CONFLICT DO NOTHING",
    [UPDATE_CONTACT] =
        "UPDATE contact SET version = version + 1, due = ?3, sealed = ?4"
        " WHERE row = ?1 AND id = ?2 AND version = ?5",
    [INSERT_INBOX] = "INSERT INTO inbox (key, at) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
    [INSERT_OUTBOX] =
        "INSERT INTO outbox (id, contact, effect, purpose, sealed, queued)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [INSERT_LEAF] = "INSERT INTO leaf (idx, body, hash) VALUES (?1, ?2, ?3)",
    [UPDATE_TIP] = "UPDATE tip SET frontier = ?1, last_outbox = ?2 WHERE id = 1",
    [INSERT_HEAD] = "INSERT INTO tree_head (size, root, time) VALUES (?1, ?2, ?3)",
};

static sqlite3 *database;
static sqlite3_stmt *statements[STATEMENT_COUNT];

static void succeed(int code)
{
    if (code != SQLITE_OK) {
        fail(sqlite3_errmsg(database));
    }
}

static void bind(enum statement which, int place, int64_t value)
{
    succeed(sqlite3_bind_int64(statements[which], place, value));
}

static void bind_bytes(enum statement which, int place, const void *start, size_t count)
{
    // The bytes outlive the step: SQLite need not copy them.
    succeed(sqlite3_bind_blob64(statements[which], place, start, count, SQLITE_STATIC));
}

static void run(enum statement which)
{
    if (sqlite3_step(statements[which]) != SQLITE_DONE) {
        fail(sqlite3_errmsg(database));
    }
    sqlite3_reset(statements[which]);
}

static void change_one(enum statement which)
{
    run(which);
    expect(sqlite3_changes(database) == 1, "a statement did not change its one row");
}

void store_create(const char *folder)
{
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/parley.db", folder);
    expect(length > 0 && length < (int)sizeof path, "the folder's name is too long");
    succeed(sqlite3_open_v2(
        path, &database,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL));
    succeed(sqlite3_exec(database, schema, NULL, NULL, NULL));
    for (int which = 0; which < STATEMENT_COUNT; which++) {
        succeed(sqlite3_prepare_v3(database, texts[which], -1, SQLITE_PREPARE_PERSISTENT,
                                   &statements[which], NULL));
    }
    sqlite3_stmt *durability;
    succeed(sqlite3_prepare_v2(database, "PRAGMA synchronous", -1, &durability, NULL));
    const int full = 2;
    expect(sqlite3_step(durability) == SQLITE_ROW && sqlite3_column_int(durability, 0) == full,
           "synchronous is not FULL");
    succeed(sqlite3_finalize(durability));
}

void store_close(void)
{
    for (int which = 0; which < STATEMENT_COUNT; which++) {
        sqlite3_finalize(statements[which]);
    }
    succeed(sqlite3_close(database));
}

void begin(void) { run(BEGIN); }
void savepoint(void) { run(SAVEPOINT); }
void release_savepoint(void) { run(RELEASE); }

void commit(const struct tree *tree, int64_t last_outbox, int64_t now)
{
    uint8_t frontier[8 + MOST_PEAKS * DIGEST_BYTES], root[DIGEST_BYTES];
    bind_bytes(UPDATE_TIP, 1, frontier, (size_t)tree_bytes(tree, frontier));
    bind(UPDATE_TIP, 2, last_outbox);
    change_one(UPDATE_TIP);
    if (tree->size > 0) {
        tree_root(tree, root);
        bind(INSERT_HEAD, 1, (int64_t)tree->size);
        bind_bytes(INSERT_HEAD, 2, root, sizeof root);
        bind(INSERT_HEAD, 3, now);
        run(INSERT_HEAD);
    }
    run(COMMIT);
}

int read_contact(int64_t row, const uint8_t id[ID_BYTES], int64_t *version, uint8_t *sealed)
{
    sqlite3_stmt *select = statements[SELECT_CONTACT];
    bind(SELECT_CONTACT, 1, row);
    bind_bytes(SELECT_CONTACT, 2, id, ID_BYTES);
    expect(sqlite3_step(select) == SQLITE_ROW, "a contact is missing");
    *version = sqlite3_column_int64(select, 0);
    const void *start = sqlite3_column_blob(select, 1);
    int count = sqlite3_column_bytes(select, 1);
    memcpy(sealed, start, (size_t)count);
    sqlite3_reset(select);
    return count;
}

static void bind_contact(enum statement which, int64_t row, const uint8_t id[ID_BYTES],
                         int64_t due, struct bytes sealed)
{
    bind(which, 1, row);
    bind_bytes(which, 2, id, ID_BYTES);
    bind(which, 3, due);
    bind_bytes(which, 4, sealed.start, sealed.count);
}

void insert_contact(int64_t row, const uint8_t id[ID_BYTES], int64_t due, struct bytes sealed)
{
    bind_contact(INSERT_CONTACT, row, id, due, sealed);
    change_one(INSERT_CONTACT);
}

void update_contact(int64_t row, const uint8_t id[ID_BYTES], int64_t version, int64_t due,
                    struct bytes sealed)
{
    bind_contact(UPDATE_CONTACT, row, id, due, sealed);
    bind(UPDATE_CONTACT, 5, version);
    change_one(UPDATE_CONTACT);
}

void insert_inbox(const uint8_t key[ID_BYTES], int64_t now)
{
    bind_bytes(INSERT_INBOX, 1, key, ID_BYTES);
    bind(INSERT_INBOX, 2, now);
    change_one(INSERT_INBOX);
}

void insert_outbox(int64_t id, int64_t contact, const uint8_t effect[ID_BYTES],
                   struct bytes sealed, int64_t now)
{
    bind(INSERT_OUTBOX, 1, id);
    bind(INSERT_OUTBOX, 2, contact);
    bind_bytes(INSERT_OUTBOX, 3, effect, ID_BYTES);
    // Parameter 4, the purpose, stays NULL: an answer has none.
    bind_bytes(INSERT_OUTBOX, 5, sealed.start, sealed.count);
    bind(INSERT_OUTBOX, 6, now);
    run(INSERT_OUTBOX);
}

void insert_leaf(uint64_t index, struct bytes body, const uint8_t hash[DIGEST_BYTES])
{
    bind(INSERT_LEAF, 1, (int64_t)index);
    bind_bytes(INSERT_LEAF, 2, body.start, body.count);
    bind_bytes(INSERT_LEAF, 3, hash, DIGEST_BYTES);
    run(INSERT_LEAF);
}

const char *store_version(void)
{
    return sqlite3_libversion();
}
