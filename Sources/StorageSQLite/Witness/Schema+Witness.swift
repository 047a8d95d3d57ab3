extension Schema {
    /// What a witness has cosigned, one row for each log, and who that witness is.
    static let witness = Schema(
        file: "witness.db",
        applicationID: 0x5057_4954,
        steps: [firstWitness]
    )

    /// `size` holds the 64 bits of an unsigned number; it is only ever compared for equality.
    private static let firstWitness = """
        CREATE TABLE witnessed (
            origin BLOB PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL,
            note BLOB NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE witness (
            id INTEGER PRIMARY KEY CHECK (id = 1), owner BLOB NOT NULL
        );
        """
}
