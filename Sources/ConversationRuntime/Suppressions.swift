import ByteCoding
import Consent
import Conversations

/// The record kept of an address that said no, under a keyed hash in `keys.db`: every no, and
/// nothing else.
enum Suppressions {
    private static let version: UInt8 = 1

    /// `nil` when there is no no to keep.
    static func record(of ledger: ConsentLedger) -> [UInt8]? {
        let inherited = ledger.inheritance
        guard inherited != ConsentLedger() else { return nil }
        var writer = ByteWriter()
        writer.write(byte: version)
        inherited.write(to: &writer)
        return writer.bytes
    }

    static func ledger(_ record: [UInt8]) throws(ByteCodingError) -> ConsentLedger {
        var reader = ByteReader(record)
        let found = try reader.readByte()
        guard found == version else { throw .unknownVersion(found) }
        let ledger = try ConsentLedger(from: &reader)
        try reader.finish()
        return ledger
    }
}
