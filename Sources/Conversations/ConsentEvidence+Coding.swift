package import ByteCoding
import Clocks
import Consent

// The form that is sealed: version 2.
extension ConsentEvidence {
    static let formVersion: UInt8 = 2

    package var bytes: [UInt8] {
        var writer = ByteWriter(reserving: 1024)
        writer.write(byte: Self.formVersion)
        writer.write(change.key.purpose.name)
        writer.write(change.key.channel)
        writer.write(byte: change.from.code)
        writer.write(byte: change.to.code)
        writer.write(change.act.rawValue)
        writer.write(optional: change.notice) { writer, shown in
            writer.write(shown.notice.name)
            writer.write(shown.notice.version)
            writer.write(shown.locale)
            writer.write(shown.channel)
            writer.write(shown.turn)
            writer.write(signed: shown.at.milliseconds)
        }
        writer.write(signed: at.milliseconds)
        writer.write(turn)
        address.write(to: &writer)
        for text in [locale, actor, flow, step, cause, controller, purposeName] {
            writer.write(text)
        }
        for text in [wordsShown, noticeText, providerID] {
            writer.write(optional: text) { $0.write($1) }
        }
        writer.write(optional: validUntil) { $0.write(signed: $1.milliseconds) }
        return writer.bytes
    }

    package init(bytes: [UInt8]) throws(ByteCodingError) {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        guard version == Self.formVersion else { throw .unknownVersion(version) }
        self.init(
            change: try Self.readChange(&reader),
            at: Timestamp(milliseconds: try reader.readSigned()),
            turn: try reader.readNumber(),
            address: try ContactAddress(from: &reader),
            locale: try reader.readText(),
            actor: try reader.readText(),
            flow: try reader.readText(),
            step: try reader.readText(),
            cause: try reader.readText(),
            controller: try reader.readText(),
            purposeName: try reader.readText(),
            wordsShown: try Self.readOptionalText(&reader),
            noticeText: try Self.readOptionalText(&reader),
            providerID: try Self.readOptionalText(&reader),
            validUntil: try reader.readTime()
        )
        try reader.finish()
    }

    private static func readOptionalText(
        _ reader: inout ByteReader
    ) throws(ByteCodingError) -> String? {
        try reader.readOptional { reader throws(ByteCodingError) in try reader.readText() }
    }

    private static func readChange(
        _ reader: inout ByteReader
    ) throws(ByteCodingError) -> ConsentChange {
        let purpose = PurposeID(try reader.readText())
        let key = ConsentKey(purpose, on: try reader.readText())
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
                channel: try reader.readText(),
                turn: try reader.readNumber(),
                at: Timestamp(milliseconds: try reader.readSigned())
            )
        }
        return ConsentChange(key: key, from: from, to: to, act: act, notice: notice)
    }
}
