/// What a cosigner signs and sends: a time and an Ed25519 signature over it and the checkpoint.
///
/// C2SP tlog-cosignature v1: POSIX seconds as eight bytes, big-endian, then 64 bytes of signature.
struct TimestampedSignature {
    static let timeByteCount = 8
    static let signatureByteCount = 64
    /// 9999-12-31T23:59:59Z: the last second a leaf or a message can show.
    ///
    /// The specification ends at 2⁶³ − 1; a cosigner that names such a time is wrong.
    static let lastSecond: UInt64 = 253_402_300_799

    let second: UInt64
    let signature: [UInt8]

    init(second: UInt64, signature: [UInt8]) {
        self.second = second
        self.signature = signature
    }

    /// Takes a note signature without its key ID; `nil` for another length or a later time.
    init?(bytes: [UInt8]) {
        guard bytes.count == Self.timeByteCount + Self.signatureByteCount else { return nil }
        second = bytes.prefix(Self.timeByteCount).bigEndianNumber()
        signature = [UInt8](bytes.dropFirst(Self.timeByteCount))
        guard second <= Self.lastSecond else { return nil }
    }

    var bytes: [UInt8] { second.bigEndianBytes + signature }

    /// The bytes that are signed: a header, the time, and the whole text of the note.
    static func message(_ text: String, atSecond second: UInt64) -> [UInt8] {
        [UInt8]("cosignature/v1\ntime \(second)\n\(text)".utf8)
    }
}
