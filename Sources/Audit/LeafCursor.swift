internal import Clocks

/// Reads the members of a leaf from left to right, each in its one allowed spelling.
struct LeafCursor {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    /// Passes `text` if it is next.
    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - offset >= count else { return false }
        // SAFETY: `place` stays below the string's own count.
        let start = unsafe text.utf8Start
        for place in 0..<count where unsafe bytes[offset + place] != start[place] {
            return false
        }
        offset += count
        return true
    }

    mutating func require(_ text: StaticString) throws(LeafError) {
        guard take(text) else { throw malformed }
    }

    /// The instant that is next, always in 24 characters, without its quotation marks.
    mutating func time() throws(LeafError) -> Timestamp {
        let year = try digits(4)
        try require("-")
        let month = try digits(2)
        try require("-")
        let day = try digits(2)
        try require("T")
        let hour = try digits(2)
        try require(":")
        let minute = try digits(2)
        try require(":")
        let second = try digits(2)
        try require(".")
        let millisecond = try digits(3)
        try require("Z")
        guard let date = CalendarDate(year: year, month: month, day: day),
            hour < 24, minute < 60, second < 60
        else { throw .impossibleTime }
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        return Timestamp(
            milliseconds: date.daysSinceEpoch * LeafTime.millisecondsPerDay
                + seconds * 1000 + Int64(millisecond)
        )
    }

    /// The kind that is next, with its closing quotation mark.
    mutating func kind() throws(LeafError) -> AuditKind {
        let start = offset
        while offset < bytes.count, bytes[offset] != LeafText.quote {
            offset += 1
        }
        let word = bytes[start..<offset]
        try require("\"")
        for (spelling, kind) in Self.kinds where spelling.count == word.count {
            if word.elementsEqual(spelling) { return kind }
        }
        throw .unknownKind
    }

    private static let kinds: [([UInt8], AuditKind)] = AuditKind.allCases.map {
        ([UInt8]($0.rawValue.utf8), $0)
    }

    /// A decimal number from 1, without leading zeros; 0 when the key is not next.
    mutating func number(_ key: StaticString) throws(LeafError) -> UInt64 {
        guard take(key) else { return 0 }
        var value: UInt64 = 0
        while offset < bytes.count, case let digit = bytes[offset] &- 0x30, digit < 10 {
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = tens.addingReportingOverflow(UInt64(digit))
            guard !isTooLarge, !overflows, sum != 0 else { throw malformed }
            value = sum
            offset += 1
        }
        guard value != 0 else { throw malformed }
        return value
    }

    /// Where the digits of a digest are; `nil` when the key is not next.
    mutating func digest(
        _ key: StaticString,
        byteCount: Int
    ) throws(LeafError) -> Range<Int>? {
        guard take(key) else { return nil }
        let start = offset
        let end = start + 2 * byteCount
        while offset < min(end, bytes.count) {
            guard Hex.value(bytes[offset]) != nil else { throw malformed }
            offset += 1
        }
        try require("\"")
        return start..<end
    }

    /// Where the characters of a string are, escapes and all; `nil` when the key is not next.
    mutating func name(_ key: StaticString, limit: Int) throws(LeafError) -> Range<Int>? {
        guard take(key) else { return nil }
        let start = offset
        var scalars = 0
        var isASCII = true
        while offset < bytes.count, bytes[offset] != LeafText.quote {
            let byte = bytes[offset]
            isASCII = isASCII && byte < 0x80
            // Continuation bytes are not counted: one scalar has one byte that is none.
            scalars += byte & 0xc0 == 0x80 ? 0 : 1
            if byte == LeafText.backslash {
                try escape()
            } else if byte < LeafText.space {
                throw malformed
            } else {
                offset += 1
            }
        }
        let characters = start..<offset
        try require("\"")
        guard scalars <= limit else { throw .nameTooLong(offset: start) }
        guard isASCII || String(validating: bytes[characters], as: UTF8.self) != nil else {
            throw .notUnicode(offset: start)
        }
        return characters
    }

    /// `\"`, `\\`, or `\u00` and two digits for a control character: what the writer writes.
    private mutating func escape() throws(LeafError) {
        if take("\\\"") || take("\\\\") { return }
        try require("\\u00")
        guard offset + 1 < bytes.count, bytes[offset] == 0x30 || bytes[offset] == 0x31,
            Hex.value(bytes[offset + 1]) != nil
        else { throw malformed }
        offset += 2
    }

    private mutating func digits(_ count: Int) throws(LeafError) -> Int {
        var value = 0
        for _ in 0..<count {
            guard offset < bytes.count, case let digit = bytes[offset] &- 0x30, digit < 10 else {
                throw malformed
            }
            value = value * 10 + Int(digit)
            offset += 1
        }
        return value
    }

    private var malformed: LeafError { .malformed(offset: offset) }
}
