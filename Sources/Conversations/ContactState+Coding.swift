package import ByteCoding
import Clocks
import Consent
import FlowInterpreter

// The sealed form of a contact: version 3. Version 2 ends before `windowRefusedAt`.
extension ContactState {
    static let formVersion: UInt8 = 3

    package var bytes: [UInt8] {
        var writer = ByteWriter(reserving: 512)
        writer.write(byte: Self.formVersion)
        address.write(to: &writer)
        writer.write(list: identities) { $1.write(to: &$0) }
        writer.write(locale)
        writer.write(turn)
        writer.write(sequence)
        ledger.write(to: &writer)
        writer.write(optional: session) { $1.write(to: &$0) }
        writer.write(list: kept) { writer, kept in
            writer.write(kept.flow)
            writer.write(kept.slot)
            kept.value.write(to: &writer)
        }
        writer.write(confirmationsSent)
        writer.write(followUpsSent)
        writer.write(optional: lastWordsShown) { $0.write($1) }
        writer.write(optional: createdAt) { $0.write(signed: $1.milliseconds) }
        writer.write(optional: lastHeardAt) { $0.write(signed: $1.milliseconds) }
        writer.write(list: writtenAbout) { $0.write($1.name) }
        writer.write(isRestricted)
        writer.write(list: requests) { $1.write(to: &$0) }
        writer.write(list: mergedFrom) { $0.write($1) }
        writer.write(optional: mergedInto) { $0.write($1) }
        writer.write(optional: heldUntil) { $0.write(signed: $1.milliseconds) }
        writer.write(optional: windowRefusedAt) { $0.write(signed: $1.milliseconds) }
        return writer.bytes
    }

    package init(bytes: [UInt8]) throws(ByteCodingError) {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        guard (2...Self.formVersion).contains(version) else { throw .unknownVersion(version) }
        let address = try ContactAddress(from: &reader)
        let identities = try reader.readList { reader throws(ByteCodingError) in
            try ContactAddress(from: &reader)
        }
        self.init(address: address, locale: try reader.readText())
        self.identities = identities
        turn = try reader.readNumber()
        sequence = try reader.readNumber()
        ledger = try ConsentLedger(from: &reader)
        session = try reader.readOptional { reader throws(ByteCodingError) in
            try Session(from: &reader)
        }
        kept = try reader.readList { reader throws(ByteCodingError) in
            KeptValue(
                flow: try reader.readText(),
                slot: try reader.readText(),
                value: try SlotValue(from: &reader)
            )
        }
        confirmationsSent = try reader.readInt()
        followUpsSent = try reader.readInt()
        lastWordsShown = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readText()
        }
        try readHistory(&reader)
        if version > 2 { windowRefusedAt = try reader.readTime() }
        try reader.finish()
    }

    private mutating func readHistory(_ reader: inout ByteReader) throws(ByteCodingError) {
        createdAt = try reader.readTime()
        lastHeardAt = try reader.readTime()
        writtenAbout = try reader.readList { reader throws(ByteCodingError) in
            PurposeID(try reader.readText())
        }
        isRestricted = try reader.readFlag()
        requests = try reader.readList { reader throws(ByteCodingError) in
            try RightsRequest(from: &reader)
        }
        mergedFrom = try reader.readList { reader throws(ByteCodingError) in
            try reader.readBytes()
        }
        mergedInto = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readBytes()
        }
        heldUntil = try reader.readTime()
    }
}

extension ContactAddress {
    func write(to writer: inout ByteWriter) {
        writer.write(channel)
        writer.write(text)
    }

    init(from reader: inout ByteReader) throws(ByteCodingError) {
        let channel = try reader.readText()
        guard let address = ContactAddress(channel: channel, text: try reader.readText()) else {
            throw .invalidValue("address")
        }
        self = address
    }
}

extension ByteReader {
    mutating func readTime() throws(ByteCodingError) -> Timestamp? {
        try readOptional { reader throws(ByteCodingError) in
            Timestamp(milliseconds: try reader.readSigned())
        }
    }
}
