package import Storage

extension SQLiteStore {
    package func rememberAnswer(_ answer: StoredAnswer) throws(StoreError) -> StoredAnswer {
        try writer.use { writer throws(StoreError) in try writer.answers.remember(answer) }
    }

    package func answer(for key: [UInt8]) throws(StoreError) -> StoredAnswer? {
        try lookups.use { lookups throws(StoreError) in try lookups.answers.answer(for: key) }
    }
}
