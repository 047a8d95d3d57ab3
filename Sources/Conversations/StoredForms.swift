package import ByteCoding
import Clocks
import Consent

// Reading back what is sealed into the outbox and the evidence table.

extension OutboundMessage {
    package init(bytes: [UInt8]) throws(ByteCodingError) {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        guard version == 1 else { throw .unknownVersion(version) }
        let body = try reader.readText()
        let buttons = try reader.readList { reader throws(ByteCodingError) in
            Button(id: try reader.readText(), title: try reader.readText())
        }
        let key = try reader.readText()
        let code = try reader.readByte()
        let purpose = try reader.readText()
        guard let messageClass = MessageClass(code: code, purpose: purpose) else {
            throw .invalidValue("message class")
        }
        self.init(body: body, buttons: buttons, messageClass: messageClass, key: key)
        try reader.finish()
    }
}

extension MessageClass {
    /// The byte stored for this class; never reused for another.
    var code: UInt8 {
        switch self {
        case .reply: 0
        case .followUp: 1
        case .purpose: 2
        case .optOutConfirmation: 3
        case .commandAnswer: 4
        }
    }

    init?(code: UInt8, purpose: String) {
        switch code {
        case 0: self = .reply
        case 1: self = .followUp
        case 2: self = .purpose(PurposeID(purpose))
        case 3: self = .optOutConfirmation
        case 4: self = .commandAnswer
        default: return nil
        }
    }
}

extension ConsentEvidence {
    package init(bytes: [UInt8]) throws(ByteCodingError) {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        guard version == 1 else { throw .unknownVersion(version) }
        let change = try Self.readChange(&reader)
        self.init(
            change: change,
            at: Timestamp(milliseconds: try reader.readSigned()),
            turn: try reader.readNumber(),
            channel: try reader.readText(),
            locale: try reader.readText(),
            flow: try reader.readText(),
            step: try reader.readText(),
            cause: try reader.readText(),
            wordsShown: try reader.readOptional { reader throws(ByteCodingError) in
                try reader.readText()
            },
            providerID: try reader.readOptional { reader throws(ByteCodingError) in
                try reader.readText()
            }
        )
        try reader.finish()
    }

    private static func readChange(
        _ reader: inout ByteReader
    ) throws(ByteCodingError) -> ConsentChange {
        let purpose = PurposeID(try reader.readText())
        guard let from = ConsentState(code: try reader.readByte()),
            let to = ConsentState(code: try reader.readByte()),
            let act = ConsentAct(rawValue: try reader.readText())
        else { throw .invalidValue("consent change") }
        let notice = try reader.readOptional { reader throws(ByteCodingError) in
            ShownNotice(
                notice: NoticeVersion(
                    name: try reader.readText(),
                    version: try reader.readText()
                ),
                locale: try reader.readText(),
                turn: 0,
                at: Timestamp(milliseconds: try reader.readSigned())
            )
        }
        return ConsentChange(purpose: purpose, from: from, to: to, act: act, notice: notice)
    }
}
