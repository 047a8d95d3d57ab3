package import ByteCoding
import Clocks
package import Consent

// The stored form of a ledger; part of the sealed form of a contact, and of a suppression record.
extension ConsentLedger {
    package func write(to writer: inout ByteWriter) {
        writer.write(list: keys) { writer, key in
            writer.write(key.purpose.name)
            writer.write(key.channel)
            records[key]?.write(to: &writer)
        }
        writer.write(list: shownNotices) { writer, shown in
            writer.write(shown.notice.name)
            writer.write(shown.notice.version)
            writer.write(shown.locale)
            writer.write(shown.channel)
            writer.write(shown.turn)
            writer.write(signed: shown.at.milliseconds)
        }
        writer.write(optional: optedOutAt) { $0.write(signed: $1.milliseconds) }
        writer.write(isOptOutPending)
        writer.write(optional: age) { writer, age in
            writer.write(UInt64(age.atLeast))
            writer.write(signed: age.at.milliseconds)
        }
    }

    package init(from reader: inout ByteReader) throws(ByteCodingError) {
        var records: [ConsentKey: ConsentRecord] = [:]
        let pairs = try reader.readList { reader throws(ByteCodingError) in
            let purpose = PurposeID(try reader.readText())
            let key = ConsentKey(purpose, on: try reader.readText())
            return (key, try ConsentRecord(from: &reader))
        }
        for (key, record) in pairs { records[key] = record }
        self.init(
            records: records,
            shownNotices: try Self.readNotices(&reader),
            optedOutAt: try reader.readTime(),
            isOptOutPending: try reader.readFlag(),
            age: try reader.readOptional { reader throws(ByteCodingError) in
                AgeProof(
                    atLeast: try reader.readInt(),
                    at: Timestamp(milliseconds: try reader.readSigned())
                )
            }
        )
    }

    private static func readNotices(
        _ reader: inout ByteReader
    ) throws(ByteCodingError) -> [ShownNotice] {
        try reader.readList { reader throws(ByteCodingError) in
            ShownNotice(
                notice: NoticeVersion(
                    name: try reader.readText(),
                    version: try reader.readText()
                ),
                locale: try reader.readText(),
                channel: try reader.readText(),
                turn: try reader.readNumber(),
                at: Timestamp(milliseconds: try reader.readSigned())
            )
        }
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
        writer.write(optional: notice) { writer, notice in
            writer.write(notice.name)
            writer.write(notice.version)
        }
        writer.write(optional: lastUsedAt) { $0.write(signed: $1.milliseconds) }
        writer.write(wasGiven)
        writer.write(wasWithdrawn)
    }

    init(from reader: inout ByteReader) throws(ByteCodingError) {
        guard let state = ConsentState(code: try reader.readByte()) else {
            throw .invalidValue("consent state")
        }
        self.init(state: state, since: Timestamp(milliseconds: try reader.readSigned()))
        firstRequestedAt = try reader.readTime()
        requestTurn = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readNumber()
        }
        requestedBy = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readFlag() ? .contact : .controller
        }
        coolsUntil = try reader.readTime()
        expiresAt = try reader.readTime()
        notice = try reader.readOptional { reader throws(ByteCodingError) in
            NoticeVersion(name: try reader.readText(), version: try reader.readText())
        }
        lastUsedAt = try reader.readTime()
        wasGiven = try reader.readFlag()
        wasWithdrawn = try reader.readFlag()
    }
}
