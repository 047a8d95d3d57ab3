import Clocks
import Storage

/// Finds an answer by its key.
struct AnswerLookup {
    private let select: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        select = try prepare("SELECT request, status, at, answer FROM idempotency WHERE key = ?1")
    }

    func answer(for key: [UInt8]) throws(StoreError) -> StoredAnswer? {
        try select.bind(key, 1)
        return try select.first { row throws(StoreError) in
            StoredAnswer(
                key: key,
                request: row.blob(0),
                status: Int(row.integer(1)),
                sealed: row.blob(3),
                at: Timestamp(milliseconds: row.integer(2))
            )
        }
    }
}

/// Writes answers.
struct AnswerStatements {
    private let file: String
    private let insert: HotStatement
    private let lookup: AnswerLookup

    init(file: String, prepare: (String) throws -> HotStatement) throws {
        self.file = file
        insert = try prepare(
            """
            INSERT INTO idempotency (key, request, status, at, answer)
            VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
            """
        )
        lookup = try AnswerLookup(prepare: prepare)
    }

    /// Adds an answer unless there is one.
    ///
    /// - Returns: The one there is from now on.
    func remember(_ answer: StoredAnswer) throws(StoreError) -> StoredAnswer {
        try insert.bind(answer.key, 1)
        try insert.bind(answer.request, 2)
        try insert.bind(Int64(answer.status), 3)
        try insert.bind(answer.at.milliseconds, 4)
        try insert.bind(answer.sealed, 5)
        // A statement outside a transaction is one, and as durable.
        try insert.run()
        guard let first = try lookup.answer(for: answer.key) else { throw .corrupt(file: file) }
        return first
    }
}
