package import ByteCoding
import Clocks
import Consent

// Reading back what is sealed into the outbox.

extension OutboundMessage {
    package init(bytes: [UInt8]) throws(ByteCodingError) {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        // Version 2 knew no templates.
        guard (2...3).contains(version) else { throw .unknownVersion(version) }
        let address = try ContactAddress(from: &reader)
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
        let attachments = try reader.readList { reader throws(ByteCodingError) in
            Attachment(
                name: try reader.readText(),
                mediaType: try reader.readText(),
                bytes: try reader.readBytes()
            )
        }
        let isAnswer = try reader.readFlag()
        let templates =
            version == 2
            ? []
            : try reader.readList { reader throws(ByteCodingError) in
                Template(
                    name: try reader.readText(),
                    locale: try reader.readText(),
                    parameters: try reader.readList { reader throws(ByteCodingError) in
                        try reader.readText()
                    }
                )
            }
        try reader.finish()
        self.init(
            address: address,
            body: body,
            buttons: buttons,
            attachments: attachments,
            messageClass: messageClass,
            key: key,
            isAnswer: isAnswer,
            template: templates.first
        )
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
        case .rightsAnswer: 5
        }
    }

    init?(code: UInt8, purpose: String) {
        switch code {
        case 0: self = .reply
        case 1: self = .followUp
        case 2: self = .purpose(PurposeID(purpose))
        case 3: self = .optOutConfirmation
        case 4: self = .commandAnswer
        case 5: self = .rightsAnswer
        default: return nil
        }
    }
}
