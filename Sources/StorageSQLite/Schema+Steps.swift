// The tables, version by version. A step that has been released is never changed.
extension Schema {
    static let firstConversations = """
        CREATE TABLE contact (
            row INTEGER PRIMARY KEY, id BLOB NOT NULL, version INTEGER NOT NULL,
            due INTEGER, sealed BLOB NOT NULL
        );
        CREATE INDEX contact_due ON contact (due) WHERE due IS NOT NULL;
        CREATE TABLE inbox (key BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY, contact INTEGER NOT NULL, effect BLOB NOT NULL,
            purpose TEXT, sealed BLOB NOT NULL
        );
        CREATE INDEX outbox_contact ON outbox (contact);
        CREATE TABLE evidence (
            id INTEGER PRIMARY KEY, contact INTEGER NOT NULL, sequence INTEGER NOT NULL,
            purpose TEXT NOT NULL, state INTEGER NOT NULL, at INTEGER NOT NULL,
            sealed BLOB NOT NULL
        );
        CREATE INDEX evidence_contact ON evidence (contact);
        CREATE TABLE leaf (idx INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL);
        CREATE TABLE tree_head (
            size INTEGER PRIMARY KEY, root BLOB NOT NULL, time INTEGER NOT NULL
        );
        CREATE TABLE tip (
            id INTEGER PRIMARY KEY CHECK (id = 1), frontier BLOB NOT NULL,
            last_outbox INTEGER NOT NULL
        );
        INSERT INTO tip (id, frontier, last_outbox) VALUES (1, zeroblob(8), 0);
        CREATE TABLE program (digest BLOB PRIMARY KEY, sources BLOB NOT NULL) WITHOUT ROWID;
        """

    /// Version 2: erasures that are not finished, few at any time.
    static let erasureJobs = """
        CREATE TABLE erasure_job (
            contact BLOB PRIMARY KEY, requested INTEGER NOT NULL,
            last_sequence INTEGER NOT NULL, details BLOB NOT NULL
        ) WITHOUT ROWID;
        """

    /// Version 3: what of the log is signed, its tiles, where it begins, and what others say of it.
    ///
    /// A tile's `place` is its level × 2⁵⁶ + its index.
    static let checkpoints = """
        CREATE TABLE checkpoint (
            size INTEGER PRIMARY KEY, note BLOB NOT NULL, at INTEGER NOT NULL,
            kept INTEGER NOT NULL
        );
        CREATE TABLE tile (place INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
        CREATE TABLE log_start (
            id INTEGER PRIMARY KEY CHECK (id = 1), first_leaf INTEGER NOT NULL
        );
        INSERT INTO log_start (id, first_leaf) VALUES (1, 0);
        CREATE TABLE legal_hold (name TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE anchor (
            id INTEGER PRIMARY KEY, size INTEGER NOT NULL, kind TEXT NOT NULL,
            token BLOB NOT NULL, at INTEGER NOT NULL
        );
        """

    /// Version 4: what becomes of queued messages, what providers took, and what was answered.
    ///
    /// A message waits while `dead_code` is NULL. `sent` and `idempotency` have no index by time
    /// (`AgedLists`); that by contact is for erasing one. When an older message was queued is not
    /// known: the last commit is the latest it can have been, so none is taken for too old.
    static let delivery = """
        ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN not_before INTEGER;
        ALTER TABLE outbox ADD COLUMN queued INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE outbox ADD COLUMN dead_code TEXT;
        UPDATE outbox SET queued = coalesce(
            (SELECT time FROM tree_head ORDER BY size DESC LIMIT 1), 0
        );
        CREATE INDEX outbox_dead ON outbox (id) WHERE dead_code IS NOT NULL;
        CREATE TABLE sent (
            key BLOB PRIMARY KEY, contact INTEGER NOT NULL, effect BLOB NOT NULL,
            stage INTEGER NOT NULL, at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX sent_contact ON sent (contact);
        CREATE TABLE idempotency (
            key BLOB PRIMARY KEY, request BLOB NOT NULL, status INTEGER NOT NULL,
            at INTEGER NOT NULL, answer BLOB NOT NULL
        );
        """

    static let firstKeys = """
        CREATE TABLE vault (
            id INTEGER PRIMARY KEY CHECK (id = 1), key_epoch INTEGER NOT NULL,
            key_check BLOB NOT NULL, wrapped_index_key BLOB NOT NULL,
            created INTEGER NOT NULL
        );
        CREATE TABLE contact_key (
            contact BLOB PRIMARY KEY, wrapped BLOB NOT NULL, created INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE identifier (blind BLOB PRIMARY KEY, contact BLOB NOT NULL)
            WITHOUT ROWID;
        """

    /// Version 2: what outlives a contact, the keys receipts are signed with, and the way from a
    /// contact back to its identifiers, which erasing needs.
    static let suppressionsAndSigningKeys = """
        CREATE INDEX identifier_contact ON identifier (contact);
        CREATE TABLE suppression (blind BLOB PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE signing_key (
            id BLOB PRIMARY KEY, wrapped BLOB NOT NULL, created INTEGER NOT NULL,
            retired INTEGER
        ) WITHOUT ROWID;
        """

    /// Version 3: the keys that the log is signed with; of a past epoch only the public half.
    static let logKeys = """
        CREATE TABLE log_key (
            epoch INTEGER PRIMARY KEY, verifier TEXT NOT NULL, wrapped BLOB,
            created INTEGER NOT NULL
        );
        """

    /// Version 4: the keys that programs call the interface with, of which only hashes are kept.
    static let apiKeys = """
        CREATE TABLE api_key (
            id TEXT PRIMARY KEY, secret_hash BLOB NOT NULL, name TEXT NOT NULL,
            scopes TEXT NOT NULL, created INTEGER NOT NULL, expires INTEGER, revoked INTEGER,
            last_used INTEGER
        ) WITHOUT ROWID;
        """
}
