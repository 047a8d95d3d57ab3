/// By what the rows of a destroyed contact would be known, were a copy of them left in the file.
///
/// SQLite overwrites the row it deletes (`secure_delete`), but not the copies that stay in the free
/// space of a page when rows move. Rows of different lengths leave one now and then; rows of one
/// length, as our keys are, have not been seen to. SQLite promises neither, so they are looked for.
struct DestroyedBytes: Sendable {
    /// Runs of eight bytes: a copy of any fifteen in a row of what was destroyed has one of them.
    private(set) var traces: Set<UInt64> = []
    /// A row that was gone already can no longer be known by anything.
    private(set) var isComplete = true

    private static let traceLength = 8

    /// A row that had been destroyed before.
    mutating func addUnknown() { isComplete = false }

    /// Bytes that are unlike those of any other row.
    mutating func add(_ bytes: [UInt8]) {
        for start in stride(from: 0, to: bytes.count, by: Self.traceLength) {
            let end = min(start + Self.traceLength, bytes.count)
            add(trace: bytes[max(0, end - Self.traceLength)..<end])
        }
    }

    /// The places where two columns meet in a row, which tell that they belonged together.
    mutating func add(neighbours one: [UInt8], _ other: [UInt8]) {
        let half = Self.traceLength / 2
        add(trace: one.suffix(half) + other.prefix(half))
        add(trace: other.suffix(half) + one.prefix(half))
    }

    private mutating func add(trace bytes: ArraySlice<UInt8>) {
        // Few different bytes are a format's own numbers, which stand in other rows too.
        guard bytes.count == Self.traceLength, Set(bytes).count > Self.traceLength / 2 else {
            return
        }
        traces.insert(bytes.reduce(0) { $0 << 8 | UInt64($1) })
    }
}
