import Clocks

/// Reads the table of quiet hours, and refuses one that could keep a message for ever.
struct QuietHoursReader {
    private enum Section { case clocks, places, hours }

    /// So few that each weekday of a year keeps days on which it is open.
    static let closedDayLimit = 40

    private var clocks: [String: SavingRule] = [:]
    private(set) var places: [String: QuietHours.Place] = [:]
    private(set) var countries: [Int: String] = [:]
    private(set) var standardRule: QuietHoursRule?
    private var ruleLines: [(line: Int, countries: [String], entries: [TableEntry])] = []

    init(_ text: String) throws(QuietHoursError) {
        var section: Section?
        for entry in TableEntry.read(text) {
            if entry.isHeading {
                section = try open(entry)
                continue
            }
            guard !entry.value.isEmpty else { throw entry.fault(.noColon) }
            switch section {
            case nil: throw entry.fault(.noSection)
            case .clocks: try readClock(entry)
            case .places: try readPlace(entry)
            case .hours: ruleLines[ruleLines.count - 1].entries.append(entry)
            }
        }
        for (line, countries, entries) in ruleLines {
            try add(try QuietHoursRule(entries, line: line), of: countries, line: line)
        }
        try checkCommonHours()
    }

    private mutating func open(_ entry: TableEntry) throws(QuietHoursError) -> Section {
        guard entry.key.hasSuffix("]") else { throw entry.fault(.unreadable(String(entry.key))) }
        let words = entry.headingWords
        switch words.first {
        case "clocks" where words.count == 1: return .clocks
        case "places" where words.count == 1: return .places
        case "hours" where words.count > 1:
            let names = Array(words.dropFirst())
            if let unknown = names.first(where: { $0 != "*" && places[$0] == nil }) {
                throw entry.fault(.unknownCountry(unknown))
            }
            ruleLines.append((entry.line, names, []))
            return .hours
        default: throw entry.fault(.unknownSection(words.joined(separator: " ")))
        }
    }

    private mutating func readClock(_ entry: TableEntry) throws(QuietHoursError) {
        let name = String(entry.key)
        if clocks[name] != nil { throw entry.fault(.repeated(name)) }
        let changes = try TableEntry.list(entry.value).map { text throws(QuietHoursError) in
            try Self.change(text, entry)
        }
        guard changes.count == 2 else { throw entry.fault(.unreadable(entry.value)) }
        clocks[name] = SavingRule(forward: changes[0], back: changes[1])
    }

    private static func change(
        _ text: Substring,
        _ entry: TableEntry
    ) throws(QuietHoursError) -> SavingRule.Change {
        let words = text.split(separator: " ")
        guard words.count == 3, let day = YearlyDay(words[0]),
            let time = TableEntry.timeOfDay(words[1]),
            words[2] == "utc" || words[2] == "standard"
        else { throw entry.fault(.unreadable(String(text))) }
        return SavingRule.Change(
            day: day,
            timeOfDay: time,
            isStandardTime: words[2] == "standard"
        )
    }

    private mutating func readPlace(_ entry: TableEntry) throws(QuietHoursError) {
        let name = String(entry.key)
        let sides = entry.value.split(separator: "|").map(TableEntry.trim)
        guard name.utf8.count == 2, name.utf8.allSatisfy({ (65...90).contains($0) }),
            sides.count == 2
        else { throw entry.fault(.unreadable("\(name): \(entry.value)")) }
        if places[name] != nil { throw entry.fault(.repeated(name)) }
        for code in sides[0].split(separator: " ") where code != "-" {
            let digits = code.dropFirst()
            guard code.hasPrefix("+"), !digits.hasPrefix("0"), let number = Int(digits),
                (1...QuietHours.longestCode).contains(digits.count),
                TableEntry.isDigits(digits)
            else { throw entry.fault(.unreadable(String(code))) }
            if countries[number] != nil { throw entry.fault(.repeated(String(code))) }
            countries[number] = name
        }
        var zones: [LocalClock] = []
        for text in TableEntry.list(sides[1]) { zones.append(try zone(text, entry)) }
        guard !zones.isEmpty else { throw entry.fault(.unreadable(entry.value)) }
        places[name] = QuietHours.Place(country: name, clocks: zones, rules: [])
    }

    private func zone(_ text: Substring, _ entry: TableEntry) throws(QuietHoursError) -> LocalClock
    {
        let words = text.split(separator: " ")
        guard (1...2).contains(words.count), let sign = words[0].first, "+-".contains(sign),
            let offset = TableEntry.timeOfDay(words[0].dropFirst()), offset <= 14 * LocalClock.hour
        else { throw entry.fault(.unreadable(String(text))) }
        let standard = sign == "-" ? -offset : offset
        guard words.count == 2 else { return LocalClock(standard: standard, saving: nil) }
        guard let rule = clocks[String(words[1])] else {
            throw entry.fault(.unknownClock(String(words[1])))
        }
        return LocalClock(standard: standard, saving: rule)
    }

    private mutating func add(
        _ rule: QuietHoursRule,
        of names: [String],
        line: Int
    ) throws(QuietHoursError) {
        for name in names {
            guard var place = places[name] else {
                if standardRule != nil {
                    throw QuietHoursError(line: line, fault: .repeated("hours *"))
                }
                standardRule = rule
                continue
            }
            if place.rules.contains(where: { $0.since == rule.since }) {
                throw QuietHoursError(line: line, fault: .repeated("hours \(name)"))
            }
            place.rules.append(rule)
            place.rules.sort { left, right in
                guard let since = right.since else { return false }
                return left.since.map { $0 < since } ?? true
            }
            places[name] = place
        }
    }

    /// Whatever the season, every weekday on which a rule is open has a stretch that holds in all
    /// zones of each place under it.
    private func checkCommonHours() throws(QuietHoursError) {
        for place in places.values.sorted(by: { $0.country < $1.country }) {
            let least = place.clocks.map(\.offsets.lowerBound).min() ?? 0
            let most = place.clocks.map(\.offsets.upperBound).max() ?? 0
            for rule in place.rules + (standardRule.map { [$0] } ?? [])
            where rule.longestOpenings.contains(where: { $0 <= most - least }) {
                let line = ruleLines.first { $0.countries.contains(place.country) }?.line ?? 1
                throw QuietHoursError(line: line, fault: .noCommonHours(place.country))
            }
        }
    }
}

extension QuietHours {
    /// Reads a table; its form is told in its first lines.
    package init(text: String) throws(QuietHoursError) {
        let reader = try QuietHoursReader(text)
        guard let standard = reader.standardRule else {
            throw QuietHoursError(line: 1, fault: .noStandard)
        }
        countries = reader.countries
        places = reader.places
        standardRule = standard
        unknownPlace = Place(
            country: "*",
            clocks: [LocalClock(standard: 0, saving: nil)],
            rules: []
        )
    }
}
