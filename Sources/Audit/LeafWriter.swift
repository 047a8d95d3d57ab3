internal import Clocks

/// Writes a leaf's members into one growing array: no strings are built on the way.
struct LeafWriter {
    /// Room for a usual leaf with both commitments, so that one allocation serves.
    private static let usualByteCount = 512

    private var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(Self.usualByteCount)
    }

    mutating func open(version: Int) {
        append("{\"v\":")
        decimal(UInt64(version))
    }

    mutating func close() -> [UInt8] {
        append("}")
        return bytes
    }

    /// `2026-03-01T09:00:00.000Z`: RFC 3339 in UTC with milliseconds, by integer arithmetic.
    mutating func time(_ time: Timestamp) {
        let date = time.date
        let sinceMidnight =
            time.milliseconds - date.daysSinceEpoch * LeafTime.millisecondsPerDay
        let milliseconds = Int(sinceMidnight)
        append(",\"time\":\"")
        twoDigits(date.year / 100)
        twoDigits(date.year % 100)
        append("-")
        twoDigits(date.month)
        append("-")
        twoDigits(date.day)
        append("T")
        twoDigits(milliseconds / 3_600_000)
        append(":")
        twoDigits(milliseconds / 60_000 % 60)
        append(":")
        twoDigits(milliseconds / 1000 % 60)
        append(".")
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + milliseconds / 100 % 10))
        twoDigits(milliseconds % 100)
        append("Z\"")
    }

    /// A member whose value needs no escaping.
    mutating func word(_ key: StaticString, _ value: String) {
        open(key)
        append("\"")
        bytes.append(contentsOf: value.utf8)
        append("\"")
    }

    mutating func number(_ key: StaticString, _ value: UInt64) {
        guard value != 0 else { return }
        open(key)
        decimal(value)
    }

    mutating func name(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        open(key)
        append("\"")
        if value.utf8.contains(where: LeafText.isEscaped) {
            for byte in value.utf8 {
                escaped(byte)
            }
        } else {
            bytes.append(contentsOf: value.utf8)
        }
        append("\"")
    }

    mutating func digest(_ key: StaticString, _ value: [UInt8]?, count: Int) {
        guard let value else { return }
        precondition(value.count == count, "a digest in a leaf has its fixed length")
        open(key)
        append("\"")
        Hex.append(value, to: &bytes)
        append("\"")
    }

    private mutating func open(_ key: StaticString) {
        append(",\"")
        append(key)
        append("\":")
    }

    private mutating func append(_ text: StaticString) {
        // SAFETY: a static string lives as long as the program; every one here is written above.
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case LeafText.quote, LeafText.backslash:
            append("\\")
            bytes.append(byte)
        case ..<LeafText.space:
            append("\\u00")
            bytes.append(Hex.digit(byte >> 4))
            bytes.append(Hex.digit(byte & 0xf))
        default:
            bytes.append(byte)
        }
    }

    private mutating func decimal(_ value: UInt64) {
        guard value >= 10 else {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: value))
            return
        }
        decimal(value / 10)
        bytes.append(0x30 + UInt8(truncatingIfNeeded: value % 10))
    }

    private mutating func twoDigits(_ value: Int) {
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + value / 10))
        bytes.append(UInt8(truncatingIfNeeded: 0x30 + value % 10))
    }
}

/// The characters that end or escape a JSON string (RFC 8259 §7).
enum LeafText {
    static let quote: UInt8 = 0x22
    static let backslash: UInt8 = 0x5c
    /// The first character that stands for itself.
    static let space: UInt8 = 0x20

    @inline(__always)
    static func isEscaped(_ byte: UInt8) -> Bool {
        byte < space || byte == quote || byte == backslash
    }
}

enum LeafTime {
    static let millisecondsPerDay: Int64 = 86_400_000
}
