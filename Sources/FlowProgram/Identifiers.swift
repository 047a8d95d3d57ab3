/// A flow of a program, by its place in `Program.flows`.
package struct FlowIndex: Hashable, Sendable, Comparable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
    package static func < (left: FlowIndex, right: FlowIndex) -> Bool { left.value < right.value }
}

/// A step of a flow, by its place in `Flow.steps`.
package struct StepIndex: Hashable, Sendable, Comparable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
    package static func < (left: StepIndex, right: StepIndex) -> Bool { left.value < right.value }
}

/// A slot or parameter of a flow, by its place in `Flow.slots`.
package struct SlotIndex: Hashable, Sendable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
}

/// A text of a program, by its place in `Catalog.messages`.
package struct MessageIndex: Hashable, Sendable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
}

/// A purpose of a program, by its place in `Program.purposes`.
package struct PurposeIndex: Hashable, Sendable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
}

/// A notice of a program, by its place in `Program.notices`.
package struct NoticeIndex: Hashable, Sendable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
}

/// A locale of a program, by its place in `Program.locales`; 0 is the source.
package struct LocaleIndex: Hashable, Sendable {
    package let value: Int
    package init(_ value: Int) { self.value = value }
    package static let source = LocaleIndex(0)
}

/// 32 bytes that name a content: SHA-256 over its canonical form.
package struct ProgramDigest: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        precondition(bytes.count == 32, "a digest has 32 bytes")
        self.bytes = bytes
        var text = ""
        for byte in bytes {
            let digits = String(byte, radix: 16)
            text += digits.count == 1 ? "0\(digits)" : digits
        }
        self.text = text
    }

    /// 64 lowercase hexadecimal digits.
    package let text: String

    package var description: String { text }
    /// The first eight digits, for people.
    package var short: String { String(text.prefix(8)) }
}
