package import ByteCoding
import Clocks
import Consent
import FlowInterpreter

// The sealed form of a contact: version 1.
extension ContactState {
    static let formVersion: UInt8 = 1

    package var bytes: [UInt8] {
        var writer = ByteWriter(reserving: 512)
        writer.write(byte: Self.formVersion)
        writer.write(address.channel)
        writer.write(address.text)
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
        return writer.bytes
    }

    package init(bytes: [UInt8]) throws(ByteCodingError) {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        guard version == Self.formVersion else { throw .unknownVersion(version) }
        let channel = try reader.readText()
        guard let address = ContactAddress(channel: channel, text: try reader.readText()) else {
            throw .invalidValue("address")
        }
        self.init(address: address, locale: try reader.readText())
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
        try reader.finish()
    }
}

extension ConsentLedger {
    func write(to writer: inout ByteWriter) {
        writer.write(list: purposes) { writer, purpose in
            writer.write(purpose.name)
            records[purpose]?.write(to: &writer)
        }
        writer.write(list: shownNotices) { writer, shown in
            writer.write(shown.notice.name)
            writer.write(shown.notice.version)
            writer.write(shown.locale)
            writer.write(shown.turn)
            writer.write(signed: shown.at.milliseconds)
        }
        writer.write(optional: optedOutAt) { $0.write(signed: $1.milliseconds) }
        writer.write(isOptOutPending)
    }

    init(from reader: inout ByteReader) throws(ByteCodingError) {
        var records: [PurposeID: ConsentRecord] = [:]
        let pairs = try reader.readList { reader throws(ByteCodingError) in
            (PurposeID(try reader.readText()), try ConsentRecord(from: &reader))
        }
        for (purpose, record) in pairs { records[purpose] = record }
        let shown = try reader.readList { reader throws(ByteCodingError) in
            ShownNotice(
                notice: NoticeVersion(
                    name: try reader.readText(),
                    version: try reader.readText()
                ),
                locale: try reader.readText(),
                turn: try reader.readNumber(),
                at: Timestamp(milliseconds: try reader.readSigned())
            )
        }
        let optedOutAt = try reader.readOptional { reader throws(ByteCodingError) in
            Timestamp(milliseconds: try reader.readSigned())
        }
        self.init(
            records: records,
            shownNotices: shown,
            optedOutAt: optedOutAt,
            isOptOutPending: try reader.readFlag()
        )
    }
}

extension ConsentRecord {
    func write(to writer: inout ByteWriter) {
        writer.write(byte: state.code)
        writer.write(signed: since.milliseconds)
        writer.write(optional: firstRequestedAt) { $0.write(signed: $1.milliseconds) }
        writer.write(optional: requestTurn) { $0.write($1) }
        writer.write(optional: requestedBy) { $0.write($1 == .contact) }
        writer.write(optional: coolsUntil) { $0.write(signed: $1.milliseconds) }
        writer.write(optional: expiresAt) { $0.write(signed: $1.milliseconds) }
        writer.write(isRenewal)
    }

    init(from reader: inout ByteReader) throws(ByteCodingError) {
        guard let state = ConsentState(code: try reader.readByte()) else {
            throw .invalidValue("consent state")
        }
        self.init(state: state, since: Timestamp(milliseconds: try reader.readSigned()))
        firstRequestedAt = try Self.readTime(&reader)
        requestTurn = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readNumber()
        }
        requestedBy = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readFlag() ? .contact : .controller
        }
        coolsUntil = try Self.readTime(&reader)
        expiresAt = try Self.readTime(&reader)
        isRenewal = try reader.readFlag()
    }

    private static func readTime(
        _ reader: inout ByteReader
    ) throws(ByteCodingError) -> Timestamp? {
        try reader.readOptional { reader throws(ByteCodingError) in
            Timestamp(milliseconds: try reader.readSigned())
        }
    }
}
