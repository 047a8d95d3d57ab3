extension AuditKind {
    /// What the event is about, the part of its name before the point: `consent`.
    package var family: String {
        String(rawValue.prefix { $0 != "." })
    }

    /// Every family once, in the order of the kinds.
    package static var families: [String] {
        var known: Set<String> = []
        return allCases.map(\.family).filter { known.insert($0).inserted }
    }

    /// The kinds a word asks for: the one it names, or all of the family it names; otherwise none.
    package static func named(_ word: String) -> [AuditKind] {
        if let kind = AuditKind(rawValue: word) { return [kind] }
        return allCases.filter { $0.family == word }
    }
}
