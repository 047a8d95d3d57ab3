import JSONCoding

/// What is wrong with a part of a request, and where; never the value, which may be personal.
struct ShapeFault: Hashable, Sendable {
    /// Where in the body, as RFC 6901 points: empty for the body itself.
    let pointer: String
    let text: String
}

extension JSONShape {
    /// Faults that are told of one request; more are as good as none.
    static let faultLimit = 20

    /// Everything that keeps a value from having this shape, in the order of the value.
    func faults(in value: JSONValue) -> [ShapeFault] {
        var faults: [ShapeFault] = []
        check(value, at: "", &faults)
        return Array(faults.prefix(Self.faultLimit))
    }

    private func check(_ value: JSONValue, at place: String, _ faults: inout [ShapeFault]) {
        guard faults.count < Self.faultLimit else { return }
        if let text = fault(in: value) {
            faults.append(ShapeFault(pointer: place, text: text))
            return
        }
        switch self {
        case .object(let known):
            Self.check(value, against: known, isClosed: true, at: place, &faults)
        case .open(let known):
            Self.check(value, against: known, isClosed: false, at: place, &faults)
        case .list(let shape, _, _):
            for (index, element) in value.elements.enumerated() {
                shape.check(element, at: "\(place)/\(index)", &faults)
            }
        case .orNull(let shape):
            if value != .null { shape.check(value, at: place, &faults) }
        case .either(let member, let with, let without):
            (value[member] == nil ? without : with).check(value, at: place, &faults)
        case .text, .anyText, .time, .word, .integer, .boolean, .instant, .anything: break
        }
    }

    private static func check(
        _ value: JSONValue,
        against known: [Member],
        isClosed: Bool,
        at place: String,
        _ faults: inout [ShapeFault]
    ) {
        guard case .object(let given) = value else { return }
        for member in known where member.isRequired {
            guard !given.contains(where: { $0.name == member.name }) else { continue }
            faults.append(ShapeFault(pointer: "\(place)/\(member.name)", text: "is missing"))
        }
        for member in given {
            if let shape = known.first(where: { $0.name == member.name })?.shape {
                shape.check(member.value, at: "\(place)/\(member.name)", &faults)
            } else if isClosed {
                // The name is the client's own, so only the place it stands in is told.
                faults.append(ShapeFault(pointer: place, text: "has a member that is not known"))
            }
        }
    }

    /// What is wrong with the value itself, whatever is in it.
    private func fault(in value: JSONValue) -> String? {
        switch self {
        case .anything, .orNull: return nil
        case .object, .open, .either:
            guard case .object = value else { return "must be an object" }
            return nil
        case .list(_, let count, let isUnique):
            guard case .list(let elements) = value else { return "must be a list" }
            if let count, !count.contains(elements.count) {
                return "must have \(count.lowerBound) to \(count.upperBound) elements"
            }
            return isUnique && Set(elements).count < elements.count
                ? "must not have an element twice" : nil
        case .text(let form):
            guard let text = value.text else { return Self.noText }
            return form.fits(text) ? nil : "must match \(form.pattern)"
        case .anyText, .time: return value.text == nil ? Self.noText : nil
        case .word(let words):
            guard let text = value.text else { return Self.noText }
            return words.contains(text) ? nil : "must be one of \(words.joined(separator: ", "))"
        case .integer(let range):
            guard let number = value.wholeNumber else { return "must be a whole number" }
            return range.contains(number)
                ? nil : "must be \(range.lowerBound) to \(range.upperBound)"
        case .boolean: return value.truth == nil ? "must be true or false" : nil
        case .instant:
            guard let text = value.text else { return Self.noText }
            return Self.isInstant(text) ? nil : "must match \(Self.instantPattern)"
        }
    }

    private static let noText = "must be a text"

    /// Whether a text is as `instantPattern` says.
    private static func isInstant(_ text: String) -> Bool {
        let form = [UInt8]("0000-00-00T00:00:00Z".utf8)
        let bytes = [UInt8](text.utf8)
        guard bytes.count == form.count else { return false }
        let isFormed = zip(bytes, form).allSatisfy { byte, sign in
            sign == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == sign
        }
        guard isFormed else { return false }
        func number(_ range: Range<Int>) -> Int {
            bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        return (1900...2099).contains(number(0..<4)) && (1...12).contains(number(5..<7))
            && (1...31).contains(number(8..<10)) && number(11..<13) < 24 && number(14..<16) < 60
            && number(17..<19) < 60
    }
}

extension JSONValue {
    /// The whole number that a JSON number is, however it is written: to JSON Schema 5.0 is one.
    var wholeNumber: Int64? {
        guard case .number(let digits) = self else { return nil }
        if let number = Int64(digits) { return number }
        guard let number = Double(digits), number == number.rounded(),
            abs(number) < 9_007_199_254_740_992
        else {
            return nil
        }
        return Int64(number)
    }
}
