package import ByteCoding
import Clocks
import FlowProgram
import MessageCatalog

// The stored form of a session: version 1. Indices are the pinned program's, which the digest in
// front names; a reader of another program must not interpret them.
extension Session {
    static let formVersion: UInt8 = 1

    package func write(to writer: inout ByteWriter) {
        writer.write(byte: Self.formVersion)
        writer.write(program.bytes)
        writer.write(id)
        writer.write(randomState)
        writer.write(signed: startedAt.milliseconds)
        writer.write(signed: lastTurnAt.milliseconds)
        writer.write(list: frames) { $1.write(to: &$0) }
    }

    package init(from reader: inout ByteReader) throws(ByteCodingError) {
        let version = try reader.readByte()
        guard version == Self.formVersion else { throw .unknownVersion(version) }
        let digest = try reader.readBytes()
        guard digest.count == 32 else { throw .invalidValue("program digest") }
        program = ProgramDigest(bytes: digest)
        id = try reader.readBytes()
        guard id.count == 16 else { throw .invalidValue("session id") }
        randomState = try reader.readNumber()
        startedAt = Timestamp(milliseconds: try reader.readSigned())
        lastTurnAt = Timestamp(milliseconds: try reader.readSigned())
        frames = try reader.readList { reader throws(ByteCodingError) in
            try Frame(from: &reader)
        }
        guard !frames.isEmpty else { throw .invalidValue("frames") }
    }
}

extension Frame {
    func write(to writer: inout ByteWriter) {
        writer.write(byte: kind.code)
        writer.write(flow.value)
        writer.write(step.value)
        writer.write(list: slots) { writer, slot in
            writer.write(optional: slot) { $1.write(to: &$0) }
        }
        writer.write(optional: heldStep) { $0.write($1.value) }
        writer.write(heldTurn)
        writer.write(list: deadlines) { $1.write(to: &$0) }
        writer.write(unclearCount)
        writer.write(optional: certainty) { $0.write($1) }
    }

    init(from reader: inout ByteReader) throws(ByteCodingError) {
        guard let kind = Kind(code: try reader.readByte()) else {
            throw .invalidValue("frame kind")
        }
        self.kind = kind
        flow = FlowIndex(try reader.readInt())
        step = StepIndex(try reader.readInt())
        slots = try reader.readList { reader throws(ByteCodingError) in
            try reader.readOptional { reader throws(ByteCodingError) in
                try SlotValue(from: &reader)
            }
        }
        heldStep = try reader.readOptional { reader throws(ByteCodingError) in
            StepIndex(try reader.readInt())
        }
        heldTurn = try reader.readNumber()
        deadlines = try reader.readList { reader throws(ByteCodingError) in
            try PendingDeadline(from: &reader)
        }
        unclearCount = try reader.readInt()
        certainty = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readText()
        }
    }
}

extension Frame.Kind {
    var code: UInt8 {
        switch self {
        case .root: 0
        case .called: 1
        case .detour: 2
        }
    }

    init?(code: UInt8) {
        switch code {
        case 0: self = .root
        case 1: self = .called
        case 2: self = .detour
        default: return nil
        }
    }
}

extension PendingDeadline {
    func write(to writer: inout ByteWriter) {
        writer.write(signed: due.milliseconds)
        switch edge {
        case .waitOver: writer.write(0)
        case .after(let index): writer.write(index + 1)
        }
    }

    init(from reader: inout ByteReader) throws(ByteCodingError) {
        due = Timestamp(milliseconds: try reader.readSigned())
        let code = try reader.readInt()
        edge = code == 0 ? .waitOver : .after(code - 1)
    }
}

extension SlotValue {
    package func write(to writer: inout ByteWriter) {
        switch value {
        case .text(let text):
            writer.write(byte: 0)
            writer.write(text)
        case .number(let number):
            writer.write(byte: 1)
            writer.write(number.text)
        case .truth(let truth):
            writer.write(byte: 2)
            writer.write(truth)
        case .date(let date):
            writer.write(byte: 3)
            writer.write(signed: date.daysSinceEpoch)
        case .purpose(let purpose):
            writer.write(byte: 4)
            writer.write(purpose.value)
        case .notice(let notice):
            writer.write(byte: 5)
            writer.write(notice.value)
        }
        writer.write(optional: expiresAt) { $0.write(signed: $1.milliseconds) }
    }

    package init(from reader: inout ByteReader) throws(ByteCodingError) {
        value = try Self.readValue(&reader)
        expiresAt = try reader.readOptional { reader throws(ByteCodingError) in
            Timestamp(milliseconds: try reader.readSigned())
        }
    }

    private static func readValue(
        _ reader: inout ByteReader
    ) throws(ByteCodingError) -> Value {
        switch try reader.readByte() {
        case 0: return .text(try reader.readText())
        case 1:
            guard let number = DecimalNumber(try reader.readText()) else {
                throw .invalidValue("number")
            }
            return .number(number)
        case 2: return .truth(try reader.readFlag())
        case 3:
            let days = try reader.readSigned()
            guard (-719_162...2_932_896).contains(days) else { throw .invalidValue("date") }
            return .date(CalendarDate(daysSinceEpoch: days))
        case 4: return .purpose(PurposeIndex(try reader.readInt()))
        case 5: return .notice(NoticeIndex(try reader.readInt()))
        default: throw .invalidValue("value kind")
        }
    }
}
