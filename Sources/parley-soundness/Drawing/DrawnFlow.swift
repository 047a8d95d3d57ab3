/// One drawn flow: a chain of blocks, of which each may lead on to the next or elsewhere.
///
/// Where nobody waits it leads on only, so that hardly a draft runs in a circle.
struct DrawnFlow {
    struct Heading {
        let name: String
        let startsWith: String?
        let command: String?
        let takesPurpose: Bool

        init(
            _ name: String,
            startsWith: String? = nil,
            command: String? = nil,
            takesPurpose: Bool = false
        ) {
            self.name = name
            self.startsWith = startsWith
            self.command = command
            self.takesPurpose = takesPurpose
        }
    }

    private let heading: Heading
    private let count: Int
    /// A flow that may be called with a purpose.
    let callee: String?
    private let otherPurposes: [String]
    private var steps: [String] = []
    private var slots: [(name: String, type: String)] = []
    /// The block being drawn.
    private var block = 0
    private var parts = 0

    init(_ heading: Heading, count: Int, callee: String?, _ style: Style) {
        self.heading = heading
        self.count = count
        self.callee = heading.takesPurpose || heading.command != nil ? nil : callee
        otherPurposes = style.purposes
    }

    /// Draws it, and lays it out.
    consuming func yaml(_ style: inout Style) -> String {
        for number in 0..<count - 1 {
            block = number
            draw("s\(number)", then: "s\(number + 1)", &style)
        }
        add("s\(count - 1)", "{ end: over }")
        var lines = ["flow: \(heading.name)"]
        if let word = heading.startsWith { lines.append("starts-with: [\(word)]") }
        if let command = heading.command { lines.append("command: \(command)") }
        if heading.takesPurpose { lines.append("parameters: { purpose: purpose }") }
        if !slots.isEmpty {
            lines.append("slots:")
            lines += slots.map { "  \($0.name): { \($0.type) }" }
        }
        lines.append("steps:")
        return (lines + steps).joined(separator: "\n") + "\n"
    }

    // MARK: Places

    mutating func add(_ name: String, _ body: String) { steps.append("  \(name): \(body)") }

    /// A name for a further step of the block.
    mutating func further(_ kind: String) -> String {
        parts += 1
        return "s\(block)-\(kind)-\(parts)"
    }

    func anywhere(_ style: inout Style) -> String { "s\(style.chance.below(count))" }

    /// A block after this one.
    func later(_ style: inout Style) -> String {
        "s\(block + 1 + style.chance.below(count - block - 1))"
    }

    func text(_ style: inout Style) -> String { "{ en: Text \(style.chance.below(99)). }" }

    // MARK: Purposes and slots

    func purpose(_ style: inout Style) -> String {
        heading.takesPurpose && style.chance.happens(80)
            ? "purpose" : style.chance.pick(style.purposes)
    }

    /// What a choice that asks for a purpose is called.
    func label(of purpose: String) -> String { purpose == "purpose" ? "agree" : purpose }

    func notice(of purpose: String) -> String { Style.notices[purpose] ?? purpose }

    func other(than purpose: String) -> String? {
        purpose == "purpose" ? nil : otherPurposes.first { $0 != purpose }
    }

    var slotNames: [String] { slots.map(\.name) }

    /// A slot of a type, declared if it is not yet; some outlive their flow.
    mutating func slot(_ name: String, _ type: String, _ style: inout Style) -> String {
        guard !slotNames.contains(name) else { return name }
        let keep =
            style.chance.happens(30)
            ? ", keep: \(style.chance.pick(["1 hour", "2 days"]))" : ""
        slots.append((name, type + keep))
        return name
    }
}
